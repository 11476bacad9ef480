import type { TuntapDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Tuntap } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Scope } from './scope.ts'

/** A persistent TAP or TUN device. */
export const tuntap = <K extends 'tap' | 'tun'>(
  kind: K,
  { id, place, renderer }: Definition<TuntapDescription>,
  scope: Scope,
): Tuntap & { kind: K } => ({
  kind,
  ...commonLink(id, kind, place, scope),
  renderer,
  interface: madeName(id, place, scope.report),
  macFrom: undefined,
  optional: place.leaf('optional') ?? silent(true),
  owner: place.leaf('owner'),
  group: place.leaf('group'),
  multiQueue: place.leaf('multi-queue') ?? silent(false),
  vnetHeader: place.leaf('vnet-header') ?? silent(false),
  packetInfo: place.leaf('packet-info') ?? silent(false),
})
