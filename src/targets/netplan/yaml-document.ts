import { type Document, joined, type Piece, type Place, placed, reworded } from '../documents/document.ts'
import type { Ledger } from '../ledger.ts'
import { type Item, List, Mapping, type Value } from './mapping.ts'

/** What prettier fills a line up to. */
const width = 80

interface Line {
  indent: string
  dash: boolean
  readonly key: Piece | string
  readonly value: Piece | string
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

  view(header: readonly string[]): object {
    const lines: Line[] = []
    addMapping(lines, this.root, '')
    return { header, lines }
  }
}

const addMapping = (lines: Line[], mapping: Mapping<string>, indent: string): void => {
  for (const { key, value } of mapping.printed()) addEntry(lines, key, value, indent)
}

const addEntry = (lines: Line[], key: string, value: Value, indent: string): void => {
  if (value instanceof Mapping) {
    const named = value.key.origins.length > 0 ? value.key : key
    lines.push({ indent, dash: false, key: named, value: value.empty ? '{}' : '', comment: value.comment })
    addMapping(lines, value, `${indent}  `)
  } else if (!(value instanceof List)) addLine(lines, indent, key, value)
  else if (value.items.some(item => item instanceof Mapping)) addItems(lines, key, value, indent)
  else {
    const flow = joined(value.items as readonly Piece[], ', ')
    // Whether the list goes on one line with its key.
    if (indent.length + key.length + flow.text.length + ': []'.length > width) addItems(lines, key, value, indent)
    else addLine(lines, indent, key, reworded(flow, `[${flow.text}]`))
  }
}

const addItems = (lines: Line[], key: string, { items }: List, indent: string): void => {
  addLine(lines, indent, key, '')
  for (const item of items) addItem(lines, item, `${indent}  `)
}

const addItem = (lines: Line[], item: Item, indent: string): void => {
  const at = lines.length
  if (item instanceof Mapping) addMapping(lines, item, `${indent}  `)
  else addLine(lines, indent, '', item)
  const first = lines[at]
  if (first === undefined) return
  first.indent = indent
  first.dash = true
}

const addLine = (lines: Line[], indent: string, key: string, value: Line['value']): void => {
  lines.push({ indent, dash: false, key, value, comment: '' })
}
