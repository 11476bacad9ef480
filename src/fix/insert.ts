import { isMap, isScalar, isSeq } from 'yaml'
import type { Value } from '../diagnostics/fix.ts'
import type { Path } from '../model/leaf.ts'
import { blockLines, flowText, itemLines, scalarText } from './value-text.ts'
import { endOf, endOfPair, find, type ListOf, lineEnd, lineStart, type MapOf, startOf, type YamlPair, type YamlText } from './yaml-text.ts'

/** What comes into a mapping, in whichever way the mapping is written; undefined where it can't be. */
export interface Entry {
  readonly lines: (indent: string, step: string) => readonly string[]
  readonly inline: string | undefined
}

export const entryOf = (key: string, value: Value): Entry => ({
  lines: (indent, step) => blockLines(key, value, indent, step),
  inline: `${scalarText(key)}: ${flowText(value)}`,
})

/** An entry below a key that is not there yet. */
const within = (key: string, { lines, inline }: Entry): Entry => ({
  lines: (indent, step) => [`${indent}${scalarText(key)}:`, ...lines(indent + step, step)],
  inline: inline && `${scalarText(key)}: {${inline}}`,
})

/** Adds an entry to the mapping at the path, and the mappings around it that are not there yet. */
export function insertEntry(file: YamlText, path: Path, entry: Entry): string | undefined {
  const found = find(file, path)
  const key = path.at(-1)
  if (found === undefined) return typeof key === 'string' ? insertEntry(file, path.slice(0, -1), within(key, entry)) : undefined
  if (!isMap(found.node)) return undefined
  const map = found.node as MapOf
  return map.flow === true ? intoBraces(file, map, entry) : intoBlock(file, map, entry)
}

const intoBraces = ({ text }: YamlText, map: MapOf, { inline }: Entry): string | undefined => {
  const last = map.items.at(-1) as YamlPair | undefined
  if (inline === undefined) return undefined
  if (last !== undefined) return splice(text, endOfPair(last), endOfPair(last), `, ${inline}`)
  const [from, to] = [startOf(map), endOf(map)]
  return text.slice(from + 1, to - 1).trim() === '' ? splice(text, from, to, `{${inline}}`) : undefined
}

const intoBlock = (file: YamlText, map: MapOf, { lines }: Entry): string | undefined => {
  const [first, last] = [map.items[0] as YamlPair | undefined, map.items.at(-1) as YamlPair | undefined]
  if (first === undefined || last === undefined) return undefined
  return insertLines(file, endOfPair(last), lines(indentAt(file.text, startOf(first.key)), file.step))
}

/** Lines below the one of the position. */
export function insertLines({ text, newline }: YamlText, after: number, lines: readonly string[]): string {
  const at = lineEnd(text, after)
  const missing = at === text.length && !text.endsWith('\n') ? newline : ''
  return splice(text, at, at, missing + lines.map(line => `${line}${newline}`).join(''))
}

/** As many blanks as stand, or something else does, before the position on its line. */
export const indentAt = (text: string, at: number): string => ' '.repeat(at - lineStart(text, at))

export const splice = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to)

/** Adds an item to the list at the path. */
export function appendItem(file: YamlText, path: Path, value: Value): string | undefined {
  const found = find(file, path)
  const key = path.at(-1)
  if (found === undefined) return typeof key === 'string' ? insertEntry(file, path.slice(0, -1), entryOf(key, [value])) : undefined
  if (!isSeq(found.node)) return undefined
  const list = found.node as ListOf
  const last = list.items.at(-1)
  if (list.flow !== true && last !== undefined) {
    const dash = file.text.lastIndexOf('-', startOf(last) - 1)
    return insertLines(file, endOf(last), itemLines(value, indentAt(file.text, dash), file.step))
  }
  if (last !== undefined) return splice(file.text, endOf(last), endOf(last), `, ${flowText(value)}`)
  const [from, to] = [startOf(list), endOf(list)]
  return file.text.slice(from + 1, to - 1).trim() === '' ? splice(file.text, from, to, `[${flowText(value)}]`) : undefined
}

/** Writes a value at the path; one that is there must be a single one, or nothing. */
export function setValue(file: YamlText, path: Path, value: Value): string | undefined {
  const found = find(file, path)
  const key = path.at(-1)
  if (found === undefined) return typeof key === 'string' ? insertEntry(file, path.slice(0, -1), entryOf(key, value)) : undefined
  if (!isScalar(found.node) || found.node.type === 'BLOCK_LITERAL' || found.node.type === 'BLOCK_FOLDED') return undefined
  const [from, to] = [startOf(found.node), endOf(found.node)]
  return splice(file.text, from, to, from === to ? afterColon(file.text, from, flowText(value)) : flowText(value))
}

/** Nothing stands behind the colon, at best blanks. */
const afterColon = (text: string, at: number, value: string): string =>
  `${/[ \t]/.test(text[at - 1] ?? '') ? '' : ' '}${value}${/[^\s,}\]]/.test(text[at] ?? ' ') ? ' ' : ''}`

/** Puts a single value into brackets. */
export function wrapValue(file: YamlText, path: Path): string | undefined {
  const node = find(file, path)?.node
  if (!isScalar(node) || node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return undefined
  const [from, to] = [startOf(node), endOf(node)]
  const value = node.type === 'PLAIN' ? scalarText(String(node.value ?? '')) : file.text.slice(from, to)
  return from === to ? undefined : splice(file.text, from, to, `[${value}]`)
}
