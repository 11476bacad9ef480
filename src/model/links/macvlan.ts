import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** How macvlans on one device meet: in `bridge` they reach one another, in `vepa` by way of the switch, in `private` not at all. */
export type MacvlanMode = 'bridge' | 'private' | 'vepa' | 'passthru' | 'source'

interface OnDevice extends LinkBase {
  /** The id of the definition that it is made on. */
  readonly parent: Leaf<string>
  readonly mode: Leaf<MacvlanMode>
  /** Whom it hears, in mode `source`. */
  readonly sourceMacs: readonly Leaf<string>[]
}

/** A device with a MAC of its own on another one. */
export interface Macvlan extends OnDevice {
  readonly kind: 'macvlan'
}

/** The same with a character device, by which a program sends and receives its frames. */
export interface Macvtap extends OnDevice {
  readonly kind: 'macvtap'
  /** Who may open the character device; absent: only root. */
  readonly owner: Leaf<string> | undefined
  readonly group: Leaf<string> | undefined
}
