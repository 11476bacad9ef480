import { isInfiniband } from '../../model/network.ts'
import type { Codec } from '../codec.ts'
import { when } from '../handlers.ts'
import { type At, conflict, type Handler } from '../target.ts'
import type { Docs, Root } from './documents.ts'
import type { Group, KeyOf } from './profiles.ts'

export type NmAt = At<Root, Docs>
export type NmHandler<T> = Handler<T, Docs, NmAt>

/** A line of the profile. */
export const line =
  <T, G extends Group>(group: G, key: KeyOf<G>, codec: Codec<T, 'keyfile'>): NmHandler<T> =>
  (leaf, docs) =>
    docs.profiles.set(group, key, codec.print(leaf.value), leaf)

/** The group of the device itself: a radio has one of its own, and InfiniBand; all others share Ethernet's. */
export const deviceGroup = ({ link }: NmAt): 'wifi' | 'infiniband' | 'ethernet' =>
  link.kind === 'wifi' ? 'wifi' : isInfiniband(link) ? 'infiniband' : 'ethernet'

/** A setting of the kernel that NetworkManager leaves alone. */
export const sysctl =
  (family: 'ipv4' | 'ipv6', key: string): NmHandler<boolean> =>
  (leaf, docs) =>
    docs.side.sysctl(family, key, leaf.value ? 1 : 0, leaf)

export const isPort = ({ link }: NmAt): boolean => link.controller !== undefined

export const onPort = conflict(
  'a port of a bridge has no IP configuration in NetworkManager',
  'write it at the bridge, or take the port out of the bridge',
)

/** What a port can't have; `false` and nothing are what it has anyway. */
export const notOnPort = <T>(handler: NmHandler<T>): NmHandler<T> =>
  when<T, Docs, NmAt>(
    (_leaf, at) => isPort(at),
    (leaf, _docs, at) =>
      leaf.value === false ? at.context.ledger.imply(leaf, 'a port has no IP configuration') : at.context.ledger.lose(leaf, onPort),
    handler,
  )
