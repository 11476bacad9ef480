import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** One end of a pair: what goes in at the one comes out at the other. */
export interface Veth extends LinkBase {
  readonly kind: 'veth'
  /** The id of the other end’s definition. */
  readonly peer: Leaf<string>
}

/** Whether it is this end whose files make both: the first of the two by name, as with netplan. */
export const makesPair = ({ id, peer }: Veth): boolean => id < peer.value
