import type { Leaf } from '../../model/leaf.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Syntax, Text } from '../text.ts'
import { type Document, extra, type Piece, type Place, piece, placed } from './document.ts'

/** A file of lines that stand for themselves: sysctl.d, udev rules, route columns, hook scripts. */
export class LinesDocument<S extends Syntax> implements Document {
  readonly path: string
  readonly mode: string
  readonly secretMode: string
  readonly owner: string
  readonly group: string
  readonly template: 'shared/lines' | 'shared/script'
  readonly comments: string[] = []
  private readonly lines: Piece[] = []
  private readonly ledger: Ledger

  constructor(place: Place, ledger: Ledger, template: 'shared/lines' | 'shared/script' = 'shared/lines') {
    const { path, mode, secretMode, owner, group } = placed(place)
    this.path = path
    this.mode = mode
    this.secretMode = secretMode
    this.owner = owner
    this.group = group
    this.template = template
    this.ledger = ledger
  }

  /** A line for a leaf. */
  add(line: Text<S>, leaf: Leaf<unknown>, why?: string): Receipt {
    this.lines.push(piece(line, leaf, why))
    return this.ledger.placed(leaf)
  }

  /** A line that no leaf asks for. */
  put(line: Text<S>, why: string): void {
    this.lines.push(extra(line, why))
  }

  /** A line of several leaves, as `joined` makes it. */
  push(line: Piece): void {
    this.lines.push(line)
  }

  get empty(): boolean {
    return this.lines.length === 0
  }

  view(header: readonly string[]): object {
    return { header, lines: this.lines }
  }
}
