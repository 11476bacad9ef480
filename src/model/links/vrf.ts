import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** A routing table for some devices alone (the kernel's Documentation/networking/vrf.rst). Its own routes and rules say their table. */
export interface Vrf extends LinkBase {
  readonly kind: 'vrf'
  readonly table: Leaf<number>
  /** The ids of the devices whose packets go by the table. They keep their addresses, unlike ports. */
  readonly members: readonly Leaf<string>[]
}
