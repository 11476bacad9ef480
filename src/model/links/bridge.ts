import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'
import type { VlanRange } from './bridge-vlan.ts'

export interface BridgePort {
  /** The id of the port's definition. */
  readonly link: Leaf<string>
  readonly pathCost: Leaf<number> | undefined
  readonly priority: Leaf<number> | undefined
  /** Packets may leave by the port that they came in by. */
  readonly hairpin: Leaf<boolean> | undefined
  /** The bridge answers ARP and neighbour discovery where it can. */
  readonly neighSuppress: Leaf<boolean> | undefined
  /** MAC addresses are learnt from the port. */
  readonly learning: Leaf<boolean> | undefined
  /** Nothing passes between isolated ports. */
  readonly isolated: Leaf<boolean> | undefined
  /** All VLANs of the port; without any it has the default PVID. */
  readonly vlans: readonly Leaf<VlanRange>[]
}

export interface Bridge extends LinkBase {
  readonly kind: 'bridge'
  readonly ports: readonly BridgePort[]
  readonly stp: Leaf<boolean>
  readonly priority: Leaf<number> | undefined
  /** Seconds, as are the other times. */
  readonly forwardDelay: Leaf<number> | undefined
  readonly helloTime: Leaf<number> | undefined
  readonly maxAge: Leaf<number> | undefined
  readonly ageingTime: Leaf<number> | undefined
  readonly vlanFiltering: Leaf<boolean> | undefined
  /** There when VLANs are filtered, and only then, as are all lists of VLANs: the VLAN of ports without a list; 0: none. */
  readonly vlanDefaultPvid: Leaf<number> | undefined
  /** All VLANs of the bridge itself, as if it were a port; without any it has the default PVID. */
  readonly vlans: readonly Leaf<VlanRange>[]
}
