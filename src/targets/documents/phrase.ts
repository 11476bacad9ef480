import type { Leaf } from '../../model/leaf.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Syntax, Text } from '../text.ts'
import { extra, joined, type Piece, piece } from './document.ts'

/**
 * One line that several leaves make, such as `ip route replace TO via VIA metric N`: the handlers fill slots in any order, and the line
 * has them in the order of the grammar.
 */
export class Phrase<Slot extends string, S extends Syntax> {
  private readonly slots: readonly Slot[]
  private readonly ledger: Ledger
  private readonly parts = new Map<Slot, Piece>()

  constructor(slots: readonly Slot[], ledger: Ledger) {
    this.slots = slots
    this.ledger = ledger
  }

  /** Fills a slot from a leaf. */
  set(slot: Slot, text: Text<S>, leaf: Leaf<unknown>, why?: string): Receipt {
    this.parts.set(slot, piece(text, leaf, why))
    return this.ledger.placed(leaf)
  }

  /** Fills a slot from several leaves. */
  append(slot: Slot, text: Text<S>, leaf: Leaf<unknown>, separator: string): Receipt {
    const before = this.parts.get(slot)
    this.parts.set(slot, before === undefined ? piece(text, leaf) : joined([before, piece(text, leaf)], separator))
    return this.ledger.placed(leaf)
  }

  /** Fills a slot that no leaf asks for. */
  put(slot: Slot, text: Text<S>, why: string): void {
    this.parts.set(slot, extra(text, why))
  }

  has(slot: Slot): boolean {
    return this.parts.has(slot)
  }

  /** The filled slots in the order of the grammar. */
  pieces(): readonly Piece[] {
    const found: Piece[] = []
    if (this.parts.size === 0) return found
    for (const slot of this.slots) {
      const part = this.parts.get(slot)
      if (part !== undefined) found.push(part)
    }
    return found
  }

  /** The pieces by slot, for grammars in which an empty slot shows. */
  slot(slot: Slot): Piece | undefined {
    return this.parts.get(slot)
  }
}
