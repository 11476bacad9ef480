import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

export type IpvlanMode = 'l2' | 'l3' | 'l3s'
export type IpvlanFlag = 'bridge' | 'private' | 'vepa'

/** A device on another one, with its MAC: the kernel tells them apart by their IP addresses. */
export interface Ipvlan extends LinkBase {
  readonly kind: 'ipvlan'
  /** The id of the definition that it is made on. */
  readonly parent: Leaf<string>
  readonly mode: Leaf<IpvlanMode>
  readonly flag: Leaf<IpvlanFlag>
}
