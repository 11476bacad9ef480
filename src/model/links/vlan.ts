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

/** A VLAN on a device that no definition stands for: NetworkManager finds that one by its name, and leaves it as it is. */
export interface LooseVlan extends Omit<Vlan, 'kind'> {
  readonly kind: 'loose-vlan'
  /** The kernel's name of the device that the VLAN is on. */
  readonly parent: Leaf<string>
}
