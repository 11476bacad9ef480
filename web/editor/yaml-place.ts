/** Where in the YAML a place of the text is. Told by indentation, since a text that is being written is seldom right. */
export interface YamlPlace {
  /** The keys around it; lists do not count. */
  readonly path: readonly string[]
  /** Whether a key is to stand there, or the value of the last key of the path. */
  readonly wants: 'key' | 'value'
  /** What of it is there already. */
  readonly word: string
  /** The column of the key, for what will stand below it. */
  readonly column: number
}

interface Key {
  readonly column: number
  readonly name: string
}

const keyLine = /^(\s*(?:- +)*)("[^"]*"|'[^']*'|[^\s:#'"[\]{},-][^\s:#[\]{},]*):(?:\s|$)/

const keyOf = (line: string): Key | undefined => {
  const [, before = '', name] = keyLine.exec(line) ?? []
  return name === undefined ? undefined : { column: before.length, name: name.replace(/^(['"])(.*)\1$/, '$2') }
}

/** The keys that a line at that column stands below, the outermost first. */
export function keysAbove(lines: readonly string[], index: number, column: number): readonly string[] {
  const found: string[] = []
  let limit = column
  for (let i = index - 1; i >= 0 && limit > 0; i--) {
    const key = keyOf(lines[i] ?? '')
    if (key === undefined || key.column >= limit) continue
    found.unshift(key.name)
    limit = key.column
  }
  return found
}

/** The path of the key that stands in a line; undefined where none does. */
export function keyInLine(lines: readonly string[], index: number): readonly string[] | undefined {
  const key = keyOf(lines[index] ?? '')
  return key && [...keysAbove(lines, index, key.column), key.name]
}

/** What a place in a line is for; `before` is the line up to there. */
export function placeAt(lines: readonly string[], index: number, before: string): YamlPlace | undefined {
  if (/(?:^|\s)#/.test(before)) return undefined
  const [, indent, bare] = /^(\s*(?:- +)*)([\w-]*)$/.exec(before) ?? []
  if (indent !== undefined && bare !== undefined)
    return { path: keysAbove(lines, index, indent.length), wants: 'key', word: bare, column: indent.length }
  const key = keyOf(before)
  if (key === undefined) return undefined
  const path = [...keysAbove(lines, index, key.column), key.name]
  return inFlow(before.slice(before.indexOf(':', key.column) + 1), path, key.column)
}

/** Of `{to: default, vi` the key `vi`; of `[eth0, e` the value `e`; keys of mappings in mappings are left alone. */
function inFlow(text: string, path: readonly string[], column: number): YamlPlace | undefined {
  const open = Math.max(text.lastIndexOf('{'), text.lastIndexOf('['))
  const [word = ''] = /[^\s,[\]{}]*$/.exec(text) ?? []
  if (text.lastIndexOf('{') < 0 || text.indexOf('}', open) > 0) return { path, wants: 'value', word, column }
  const entry = text.slice(Math.max(text.lastIndexOf('{'), text.lastIndexOf(',')) + 1)
  const [, inner] = /^\s*([\w-]+):\s/.exec(entry) ?? []
  return inner === undefined ? { path, wants: 'key', word, column: -1 } : { path: [...path, inner], wants: 'value', word, column }
}

/** The names of all devices of a description, with their types. */
export const deviceNames = (lines: readonly string[]): readonly (readonly [name: string, section: string])[] =>
  lines.flatMap((_, i) => {
    const [network, section, name, ...more] = keyInLine(lines, i) ?? []
    return network === 'network' && section !== undefined && name !== undefined && more.length === 0 && section !== 'openvswitch'
      ? [[name, section] as const]
      : []
  })
