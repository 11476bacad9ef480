import type { Leaf } from '../../model/leaf.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Syntax, Text } from '../text.ts'
import { type Document, extra, joined, type Piece, type Place, piece, placed, reworded } from './document.ts'
import { inOrder, rankIn } from './rank.ts'

/** Which keys each section may have, in the order in which they are printed. */
export type Vocabulary = Readonly<Record<string, readonly string[]>>

interface Entry {
  readonly key: string
  piece: Piece
}

/** One section: its keys are typed by the vocabulary. */
export class Section<K extends string, S extends Syntax> {
  readonly name: string
  readonly entries: Entry[] = []
  /** What the heading itself stands for, where the section may have no line. */
  heading: Piece | undefined
  private readonly ledger: Ledger

  constructor(name: string, ledger: Ledger) {
    this.name = name
    this.ledger = ledger
  }

  /** One more line with this key, for keys that may come several times. */
  add(key: K, text: Text<S>, leaf: Leaf<unknown>, why?: string): Receipt {
    this.entries.push({ key, piece: piece(text, leaf, why) })
    return this.ledger.placed(leaf)
  }

  /** The line with this key; a second leaf for it takes its place and counts for both. */
  set(key: K, text: Text<S>, leaf: Leaf<unknown>, why?: string): Receipt {
    const before = this.entry(key)
    if (before === undefined) return this.add(key, text, leaf, why)
    before.piece = reworded(joined([before.piece, piece(text, leaf, why)], ''), text)
    return this.ledger.placed(leaf)
  }

  /** One more item for a key that holds a list: `Domains=a b`. */
  append(key: K, text: Text<S>, leaf: Leaf<unknown>, separator: string): Receipt {
    const before = this.entry(key)
    if (before === undefined) return this.add(key, text, leaf)
    before.piece = joined([before.piece, piece(text, leaf)], separator)
    return this.ledger.placed(leaf)
  }

  /** A line that no leaf asks for. */
  put(key: K, text: Text<S>, why: string): void {
    this.entries.push({ key, piece: extra(text, why) })
  }

  /** A line of several leaves, as `joined` makes it. */
  push(key: K, line: Piece): void {
    this.entries.push({ key, piece: line })
  }

  /** The section is there for that leaf, with lines or without. */
  announce(name: Text<S>, leaf: Leaf<unknown>): void {
    this.heading = piece(name, leaf)
  }

  get empty(): boolean {
    return this.entries.length === 0 && this.heading === undefined
  }

  has(key: K): boolean {
    return this.entry(key) !== undefined
  }

  private entry(key: K): Entry | undefined {
    for (const entry of this.entries) if (entry.key === key) return entry
    return undefined
  }
}

/** A file of sections: systemd's units and network files, keyfiles. */
export class IniDocument<V extends Vocabulary, S extends Syntax = 'ini'> implements Document {
  readonly path: string
  readonly mode: string
  readonly secretMode: string
  readonly owner: string
  readonly group: string
  readonly template: 'shared/ini' | 'shared/wpa'
  readonly comments: string[] = []
  private readonly vocabulary: V
  private readonly own: Partial<V>
  private readonly ledger: Ledger
  private readonly sections: Section<string, S>[] = []

  /** `own`: the keys of sections that are this file's own, in place of those of the vocabulary, which is that of many files. */
  constructor(place: Place, vocabulary: V, ledger: Ledger, template: 'shared/ini' | 'shared/wpa' = 'shared/ini', own: Partial<V> = {}) {
    this.template = template
    const { path, mode, secretMode, owner, group } = placed(place)
    this.path = path
    this.mode = mode
    this.secretMode = secretMode
    this.owner = owner
    this.group = group
    this.vocabulary = vocabulary
    this.own = own
    this.ledger = ledger
  }

  /** The section of that name; made when it isn't there. */
  section<N extends keyof V & string>(name: N): Section<V[N][number], S> {
    return this.free(name) as Section<V[N][number], S>
  }

  /** A new section, for names that may come several times: `[Route]`. */
  another<N extends keyof V & string>(name: N): Section<V[N][number], S> {
    return this.added(name) as Section<V[N][number], S>
  }

  /** A section with any name and any keys, which come last. */
  free(name: string): Section<string, S> {
    for (const section of this.sections) if (section.name === name) return section
    return this.added(name)
  }

  private added(name: string): Section<string, S> {
    const section = new Section<string, S>(name, this.ledger)
    this.sections.push(section)
    return section
  }

  get empty(): boolean {
    return this.sections.every(section => section.empty)
  }

  view(header: readonly string[]): object {
    const rank = rankIn(namesIn(this.vocabulary))
    const full = this.sections.filter(section => !section.empty)
    const sections = inOrder(full, section => rank(section.name))
    return { header, sections: sections.map(section => ({ name: section.heading ?? section.name, entries: this.ordered(section) })) }
  }

  private ordered(section: Section<string, S>): readonly Entry[] {
    const rank = rankIn(this.own[section.name] ?? this.vocabulary[section.name] ?? none)
    return inOrder(section.entries, entry => rank(entry.key))
  }
}

const none: readonly string[] = []

/** The names of the sections that a vocabulary has. */
const names = new WeakMap<Vocabulary, readonly string[]>()

const namesIn = (vocabulary: Vocabulary): readonly string[] => {
  const known = names.get(vocabulary) ?? Object.keys(vocabulary)
  names.set(vocabulary, known)
  return known
}
