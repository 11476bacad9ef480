import type { Leaf } from '../../model/leaf.ts'
import { extra, joined, type Piece, piece, reworded } from '../documents/document.ts'
import { inOrder, rankIn } from '../documents/rank.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Text } from '../text.ts'
import type { Dialect } from './dialect.ts'
import { command } from './format.ts'
import { type CommandSlot, commandSlots, type OptionKey, optionKeys } from './keys.ts'

export type StanzaFamily = 'inet' | 'inet6'
export type Method = 'static' | 'manual' | 'dhcp' | 'loopback'

/** What comes after `iface NAME`. */
export interface Head {
  readonly family: StanzaFamily
  readonly method: Method
}

/** An option or a command; `rank` is its place among the others. */
interface Line {
  readonly key: string
  readonly rank: number
  readonly comment: string
  piece: Piece
}

const optionRank = rankIn(optionKeys)
const commandRank = rankIn(Object.keys(commandSlots))
const rankOf = ({ rank }: Line): number => rank

/** What stands above the first stanza of a link. */
export interface Above {
  readonly comments: readonly string[]
  readonly start: Piece | ''
  readonly keep: Piece | ''
}

/** A stanza as the template prints it. */
export interface StanzaView extends Above {
  /** Whether an empty line comes before it. */
  readonly apart: boolean
  readonly head: Piece
  readonly options: readonly Line[]
  readonly commands: readonly Line[]
}

/** Throws Inexpressible for a line that the dialect reads otherwise than it stands there. */
export type Guard = (line: string) => void

/** One `iface` stanza. */
export class Stanza implements Head {
  readonly family: StanzaFamily
  readonly method: Method
  private readonly name: Piece
  private readonly ledger: Ledger
  private readonly dialect: Dialect
  private readonly heads: Piece[] = []
  private readonly lines: Line[] = []
  private readonly commands: Line[] = []

  constructor(head: Head, name: Piece, ledger: Ledger, dialect: Dialect) {
    this.family = head.family
    this.method = head.method
    this.name = name
    this.ledger = ledger
    this.dialect = dialect
  }

  /** A leaf that the method says: `dhcp`, or no DHCP. */
  head(leaf: Leaf<unknown>): Receipt {
    this.heads.push(piece('' as Text<'stanza'>, leaf))
    return this.ledger.placed(leaf)
  }

  /** A line with this option; one more where it is there already. */
  option(key: OptionKey, text: Text<'stanza'>, leaf: Leaf<unknown>, why?: string): Receipt {
    this.push(key, piece(text, leaf, why))
    return this.ledger.placed(leaf)
  }

  /** One more item for an option that holds a list: `bridge-ports a b`. */
  append(key: OptionKey, text: Text<'stanza'>, leaf: Leaf<unknown>): Receipt {
    const before = this.lines.find(line => line.key === key)
    if (before === undefined) return this.option(key, text, leaf)
    before.piece = joined([before.piece, piece(text, leaf)], ' ')
    return this.ledger.placed(leaf)
  }

  /** An option that several leaves make. */
  push(key: OptionKey, made: Piece): void {
    this.dialect.guard(made.text)
    this.addOption(key, made)
  }

  /** An option that no leaf asks for. */
  put(key: OptionKey, text: Text<'stanza'>, why: string): void {
    this.addOption(key, extra(text, why))
  }

  private addOption(key: OptionKey, made: Piece): void {
    this.lines.push({ key, rank: optionRank(key), comment: '', piece: made })
  }

  has(key: OptionKey): boolean {
    return this.lines.some(line => line.key === key)
  }

  /** A command for a leaf. */
  run(slot: CommandSlot, line: string, leaf: Leaf<unknown>, why?: string): Receipt {
    this.runPiece(slot, piece(command(line), leaf, why))
    return this.ledger.placed(leaf)
  }

  /** A command that several leaves make. */
  runPiece(slot: CommandSlot, made: Piece, comment = ''): void {
    this.dialect.guard(made.text)
    this.addCommand(slot, reworded(made, this.ended(slot, made.text)), comment)
  }

  /** A command that no leaf asks for, with a comment above it where the reader would ask why. */
  runExtra(slot: CommandSlot, line: string, why: string, comment = ''): void {
    this.addCommand(slot, extra(this.ended(slot, line), why), comment)
  }

  /** The same for a command that may fail, and that many links have: a long one is checked once. */
  runChecked(slot: CommandSlot, line: Text<'stanza'>, why: string, comment = ''): void {
    this.addCommand(slot, extra(line, why), comment)
  }

  private addCommand(slot: CommandSlot, made: Piece, comment: string): void {
    this.commands.push({ key: commandSlots[slot], rank: commandRank(slot), comment, piece: made })
  }

  /** A command as the dialect ends it: what the device can be without must not fail where that would take it down again. */
  private ended(slot: CommandSlot, line: string): Text<'stanza'> {
    const vital = !this.dialect.failsWhole || (commandSlots[slot] === 'pre-up' && slot !== 'before')
    return command(vital || line.endsWith('|| true') ? line : `${line} || true`)
  }

  /** Whether it has commands. */
  get commanded(): boolean {
    return this.commands.length > 0
  }

  /** The stanza has nothing but its head. */
  get bare(): boolean {
    return this.lines.length === 0 && this.commands.length === 0
  }

  view({ comments, start, keep }: Above, apart: boolean): StanzaView {
    const head = this.heads.length === 0 ? this.name : joined([this.name, ...this.heads], '')
    return {
      apart,
      comments,
      start,
      keep,
      head: reworded(head, `iface ${this.name.text} ${this.family} ${this.method}`),
      options: inOrder(this.lines, rankOf),
      commands: inOrder(this.commands, rankOf),
    }
  }
}
