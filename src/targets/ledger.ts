import type { Leaf, Path } from '../model/leaf.ts'

declare const sealed: unique symbol

/** Proof that a leaf was dealt with. Only the ledger makes one. */
export interface Receipt {
  readonly [sealed]: true
  readonly origins: readonly Path[]
}

/**
 * Why a target can't have a leaf: it has no such concept; it has, but not this value; only newer versions have; another leaf forbids it;
 * or it is written, but means something near only.
 */
export type LossClass = 'absent' | 'value' | 'version' | 'conflict' | 'approximate'

export interface Reason {
  readonly class: LossClass
  /** Goes after a colon: `it has no such option`. */
  readonly why: string
  /** What to do instead. */
  readonly remedy: string
}

export interface Loss extends Reason {
  readonly leaf: Leaf<unknown>
  /** The field's name, for leaves that nobody wrote. */
  readonly field: string
}

/** Why a path needs no line. */
export interface Implied {
  readonly path: Path
  readonly why: string
}

/** What became of each leaf on the way to one target. */
export class Ledger {
  readonly losses: Loss[] = []
  /** Which paths need no line. */
  readonly implied: Implied[] = []
  /** The field that the walk is at, for its losses. */
  field = ''

  /** The leaf is in a document. That alone does not account for it: it has to come out of the template. */
  placed(leaf: Leaf<unknown>): Receipt {
    return this.receipt(leaf)
  }

  /** The target can't have it. */
  lose(leaf: Leaf<unknown>, reason: Reason): Receipt {
    this.losses.push({ ...reason, leaf, field: this.field })
    return this.receipt(leaf)
  }

  /** The leaf has no effect of its own on this target, or what it says holds there anyway. */
  imply(leaf: Leaf<unknown>, why: string): Receipt {
    for (const path of leaf.origins) this.implied.push({ path, why })
    return this.receipt(leaf)
  }

  /** A receipt is the leaf itself, which shows its origins: one is made for each leaf of each link. */
  private receipt(leaf: Leaf<unknown>): Receipt {
    return leaf as unknown as Receipt
  }
}
