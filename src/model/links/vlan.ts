import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

export interface Vlan extends LinkBase {
  readonly kind: 'vlan'
  /** The id of the definition that the VLAN is on. */
  readonly parent: Leaf<string>
  /** The tag: 0 to 4094. */
  readonly tag: Leaf<number>
  /** `802.1ad`: the outer tag of two (QinQ). */
  readonly protocol: Leaf<'802.1Q' | '802.1ad'>
}
