import { type Document, type Mark, type Piece, type Place, placed } from '../documents/document.ts'
import type { Ledger } from '../ledger.ts'
import { type Item, List, Mapping, type Value } from './mapping.ts'

/** What prettier fills a line up to. */
const width = 80

interface Line {
  readonly indent: string
  readonly dash: boolean
  readonly key: string
  readonly value: string
  readonly comment: string
}

/** A YAML file as prettier leaves it alone: two blanks for each level, short lists of scalars on one line. */
export class YamlDocument<K extends string> implements Document {
  readonly path: string
  readonly mode: string
  readonly secretMode: string
  readonly owner: string
  readonly group: string
  readonly template = 'netplan/yaml'
  readonly comments: string[] = []
  readonly root: Mapping<K>

  constructor(place: Place, keys: readonly K[], ledger: Ledger) {
    const { path, mode, secretMode, owner, group } = placed(place)
    this.path = path
    this.mode = mode
    this.secretMode = secretMode
    this.owner = owner
    this.group = group
    this.root = new Mapping({ text: '', origins: [], secret: false, why: undefined }, keys, ledger)
  }

  get empty(): boolean {
    return this.root.empty
  }

  view(mark: Mark): object {
    return { lines: [...mappingLines(this.root, '', mark)] }
  }
}

function* mappingLines(mapping: Mapping<string>, indent: string, mark: Mark): Generator<Line> {
  for (const { key, value } of mapping.printed()) yield* entryLines(key, value, indent, mark)
}

function* entryLines(key: string, value: Value, indent: string, mark: Mark): Generator<Line> {
  const line = (text: string): Line => ({ indent, dash: false, key, value: text, comment: '' })
  if (value instanceof Mapping) {
    const named = value.key.origins.length > 0 ? mark(value.key) : key
    yield { ...line(value.empty ? '{}' : ''), key: named, comment: value.comment }
    yield* mappingLines(value, `${indent}  `, mark)
  } else if (!(value instanceof List)) yield line(mark(value))
  else if (fits(key, value, indent)) yield line(`[${value.items.map(item => mark(item as Piece)).join(', ')}]`)
  else {
    yield line('')
    for (const item of value.items) yield* itemLines(item, `${indent}  `, mark)
  }
}

/** Whether a list goes on one line with its key. */
const fits = (key: string, { items }: List, indent: string): boolean => {
  if (items.some(item => item instanceof Mapping)) return false
  return `${indent}${key}: [${items.map(item => (item as Piece).text).join(', ')}]`.length <= width
}

function* itemLines(item: Item, indent: string, mark: Mark): Generator<Line> {
  if (!(item instanceof Mapping)) yield { indent, dash: true, key: '', value: mark(item), comment: '' }
  else {
    const [first, ...more] = mappingLines(item, `${indent}  `, mark)
    if (first !== undefined) yield { ...first, indent, dash: true }
    yield* more
  }
}
