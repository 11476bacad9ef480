import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

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
}
