import { isMap, isSeq, type Node as YamlNode } from 'yaml'
import type { Path } from '../model/leaf.ts'
import { indentAt, splice } from './insert.ts'
import { endOf, endOfPair, type Found, find, lineEnd, lineStart, type MapOf, startOf, type YamlPair, type YamlText } from './yaml-text.ts'

interface Stretch {
  readonly from: number
  readonly to: number
}

/** Takes a key or an item out; the comment on its line stays, unless it has gone elsewhere. What is then empty says so: `{}` or `[]`. */
export function takeOut(file: YamlText, path: Path, comment: 'stays' | 'goes'): string | undefined {
  const found = find(file, path)
  const parent = found?.parent
  if (found === undefined || parent === undefined) return undefined
  const stretches = parent.items.map(item => stretchOf(item as YamlPair | YamlNode))
  const index = parent.items.findIndex(item => item === (found.pair ?? found.node))
  if (parent.flow === true) return splice(file.text, ...fromBrackets(stretches, index), '')
  const left = comment === 'stays' ? commentAfter(file, stretches[index]) : ''
  if (stretches.length === 1) return emptied(file, path, found, left)
  return fromBlock(file, stretches, index, { list: isSeq(parent), left })
}

/** The comment behind it, as a line. */
const commentAfter = ({ text, newline }: YamlText, own: Stretch | undefined): string => {
  const [comment] = own === undefined ? [] : (/#[^\r\n]*/.exec(text.slice(own.to, lineEnd(text, own.to))) ?? [])
  return own === undefined || comment === undefined ? '' : `${indentAt(text, own.from)}${comment}${newline}`
}

const stretchOf = (item: YamlPair | YamlNode): Stretch =>
  'key' in item ? { from: startOf(item.key), to: endOfPair(item) } : { from: startOf(item), to: endOf(item) }

const fromBrackets = (all: readonly Stretch[], index: number): [number, number] => {
  const [before, own, next] = [all[index - 1], all[index] ?? { from: 0, to: 0 }, all[index + 1]]
  if (next !== undefined) return [own.from, next.from]
  return [before?.to ?? own.from, own.to]
}

interface Rest {
  readonly list: boolean
  readonly left: string
}

/** Whole lines; but the first key of an item shares its line with the dash, and the next key takes its place. */
const fromBlock = ({ text, newline }: YamlText, all: readonly Stretch[], index: number, { list, left }: Rest): string | undefined => {
  const own = all[index]
  if (own === undefined) return undefined
  const start = lineStart(text, own.from)
  const before = text.slice(start, own.from)
  if (/^\s*$/.test(before) || (list && /^\s*-\s*$/.test(before))) return splice(text, start, lineEnd(text, own.to), left)
  const next = all[index + 1]
  return next === undefined || !/^\s*(?:-\s+)+$/.test(before)
    ? undefined
    : splice(text, own.from, next.from, left === '' ? '' : `${left.trim()}${newline}${' '.repeat(own.from - start)}`)
}

const emptied = (file: YamlText, path: Path, found: Found, left: string): string | undefined => {
  const above = find(file, path.slice(0, -1))
  const node = found.parent as MapOf
  if (above?.pair === undefined || above.node !== node) return undefined
  const keyEnd = above.pair.key.range?.[1] ?? 0
  const colon = file.text.indexOf(':', keyEnd) + 1
  const first = startOf(node)
  // A tag or an anchor between the two belongs to the mapping.
  if (colon === 0 || !/^[ \t]*(?:#.*)?\r?\n(?:\s*(?:#.*)?\r?\n)*\s*$/.test(file.text.slice(colon, first))) return undefined
  const without = splice(file.text, lineStart(file.text, first), lineEnd(file.text, endOf(node)), left)
  return splice(without, colon, colon, isMap(node) ? ' {}' : ' []')
}
