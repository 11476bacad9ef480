import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** A persistent TAP or TUN device. */
export interface Tuntap extends LinkBase {
  /** User name or number; absent: only root may attach. */
  readonly owner: Leaf<string> | undefined
  readonly group: Leaf<string> | undefined
  readonly multiQueue: Leaf<boolean>
  readonly vnetHeader: Leaf<boolean>
  readonly packetInfo: Leaf<boolean>
}

export interface Tap extends Tuntap {
  readonly kind: 'tap'
}

export interface Tun extends Tuntap {
  readonly kind: 'tun'
}
