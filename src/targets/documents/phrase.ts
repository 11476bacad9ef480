import type { Leaf } from '../../model/leaf.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Syntax, Text } from '../text.ts'
import { extra, joined, type Piece, piece } from './document.ts'
import { inOrder, rankIn } from './rank.ts'

interface Part<Slot> {
  readonly slot: Slot
  piece: Piece
}

/**
 * One line that several leaves make, such as `ip route replace TO via VIA metric N`: the handlers fill slots in any order, and the line
 * has them in the order of the grammar.
 */
export class Phrase<Slot extends string, S extends Syntax> {
  private readonly slots: readonly Slot[]
  private readonly ledger: Ledger
  private readonly parts: Part<Slot>[] = []

  constructor(slots: readonly Slot[], ledger: Ledger) {
    this.slots = slots
    this.ledger = ledger
  }

  /** Fills a slot from a leaf. */
  set(slot: Slot, text: Text<S>, leaf: Leaf<unknown>, why?: string): Receipt {
    this.fill(slot, piece(text, leaf, why))
    return this.ledger.placed(leaf)
  }

  /** Fills a slot from several leaves. */
  append(slot: Slot, text: Text<S>, leaf: Leaf<unknown>, separator: string): Receipt {
    const before = this.slot(slot)
    this.fill(slot, before === undefined ? piece(text, leaf) : joined([before, piece(text, leaf)], separator))
    return this.ledger.placed(leaf)
  }

  /** Fills a slot that no leaf asks for. */
  put(slot: Slot, text: Text<S>, why: string): void {
    this.fill(slot, extra(text, why))
  }

  has(slot: Slot): boolean {
    return this.part(slot) !== undefined
  }

  /** The filled slots in the order of the grammar. */
  pieces(): readonly Piece[] {
    const rank = rankIn(this.slots)
    return inOrder(this.parts, part => rank(part.slot)).map(part => part.piece)
  }

  /** The pieces by slot, for grammars in which an empty slot shows. */
  slot(slot: Slot): Piece | undefined {
    return this.part(slot)?.piece
  }

  private fill(slot: Slot, made: Piece): void {
    const before = this.part(slot)
    if (before === undefined) this.parts.push({ slot, piece: made })
    else before.piece = made
  }

  private part(slot: Slot): Part<Slot> | undefined {
    for (const part of this.parts) if (part.slot === slot) return part
    return undefined
  }
}
