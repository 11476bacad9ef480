import type { Leaf } from '../../model/leaf.ts'
import { extra, type Piece, piece, reworded } from '../documents/document.ts'
import { inOrder, rankIn } from '../documents/rank.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Text } from '../text.ts'

export type Value = Piece | Mapping<string> | List
export type Item = Piece | Mapping<string>

/** A sequence of scalars or of mappings. */
export class List {
  readonly items: Item[] = []
}

interface Entry {
  readonly key: string
  readonly value: Value
}

/** A YAML mapping with the keys `K`, which come in the order of `keys`; keys that are not in it come in the order in which they are made. */
export class Mapping<K extends string> {
  /** What leads to this mapping in the one around it. */
  key: Piece
  /** A comment on the line of its key. */
  comment = ''
  private readonly keys: readonly string[]
  private readonly ledger: Ledger
  private readonly entries: Entry[] = []

  constructor(key: Piece, keys: readonly K[], ledger: Ledger) {
    this.key = key
    this.keys = keys
    this.ledger = ledger
  }

  /** The leaf that the key of this mapping stands for. */
  name(leaf: Leaf<unknown>): Receipt {
    this.key = piece(this.key.text as Text<'yaml'>, leaf)
    return this.ledger.placed(leaf)
  }

  set(key: K, text: Text<'yaml'>, leaf: Leaf<unknown>, why?: string): Receipt {
    this.entries.push({ key, value: piece(text, leaf, why) })
    return this.ledger.placed(leaf)
  }

  /** A line that no leaf asks for. */
  put(key: K, text: Text<'yaml'>, why: string): void {
    this.entries.push({ key, value: extra(text, why) })
  }

  /** A line of several leaves, as `joined` makes it. */
  push(key: K, value: Piece): void {
    this.entries.push({ key, value })
  }

  /** One more item of a list of scalars. */
  append(key: K, text: Text<'yaml'>, leaf: Leaf<unknown>): Receipt {
    this.list(key).items.push(piece(text, leaf))
    return this.ledger.placed(leaf)
  }

  /** One more mapping in a list. */
  another<C extends string>(key: K, keys: readonly C[]): Mapping<C> {
    const item = new Mapping(unnamed, keys, this.ledger)
    this.list(key).items.push(item)
    return item
  }

  /** The mapping below a key; made when it isn't there. */
  below<C extends string>(key: K, keys: readonly C[]): Mapping<C> {
    const before = this.at(key)
    if (before instanceof Mapping) return before as Mapping<C>
    const mapping = new Mapping<C>(reworded(unnamed, key), keys, this.ledger)
    this.entries.push({ key, value: mapping })
    return mapping
  }

  get empty(): boolean {
    return this.entries.every(({ value }) => hollow(value))
  }

  /** What is there to print, in order. */
  printed(): readonly Entry[] {
    const full = this.entries.filter(({ value }) => !hollow(value))
    const rank = rankIn(this.keys)
    return inOrder(full, entry => rank(entry.key))
  }

  private at(key: string): Value | undefined {
    for (const entry of this.entries) if (entry.key === key) return entry.value
    return undefined
  }

  private list(key: K): List {
    const before = this.at(key)
    if (before instanceof List) return before
    const list = new List()
    this.entries.push({ key, value: list })
    return list
  }
}

const unnamed: Piece = { text: '', origins: [], secret: false, why: undefined }

/** A mapping that nothing was put into, and that stands for nothing itself. */
const hollow = (value: Value): boolean => value instanceof Mapping && value.empty && value.key.origins.length === 0
