import type { TuntapDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Tuntap } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { madeLink } from './made-link.ts'
import type { Scope } from './scope.ts'

/** A persistent TAP or TUN device. */
export const tuntap = <K extends 'tap' | 'tun'>(kind: K, definition: Definition<TuntapDescription>, scope: Scope): Tuntap & { kind: K } =>
  Object.assign(madeLink(kind, definition, scope, true), {
    owner: definition.place.leaf('owner'),
    group: definition.place.leaf('group'),
    multiQueue: definition.place.leaf('multi-queue') ?? silent(false),
    vnetHeader: definition.place.leaf('vnet-header') ?? silent(false),
    packetInfo: definition.place.leaf('packet-info') ?? silent(false),
  })
