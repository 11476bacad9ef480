import type { Path } from '../model/leaf.ts'
import { type Entry, entryOf, indentAt, insertEntry, splice } from './insert.ts'
import { takeOut } from './take-out.ts'
import { scalarText } from './value-text.ts'
import { endOfPair, find, lineEnd, lineStart, openYaml, plainOf, startOf, type YamlText } from './yaml-text.ts'

/** Moves a key as it is written, comments included. Undefined where something of that name is there already. */
export function moveEntry(file: YamlText, from: Path, to: Path): string | undefined {
  const entry = written(file, from, String(to.at(-1)))
  if (entry === undefined || find(file, to) !== undefined) return undefined
  const text = insertEntry(file, to.slice(0, -1), entry)
  const after = text === undefined ? undefined : openYaml(text)
  return after && takeOut(after, from, 'goes')
}

const written = (file: YamlText, path: Path, name: string): Entry | undefined => {
  const found = find(file, path)
  const value = found?.pair && plainOf(found.node)
  if (found?.pair === undefined || value === undefined) return undefined
  const { text } = file
  const [from, to] = [startOf(found.pair.key), endOfPair(found.pair)]
  const byValue = entryOf(name, value)
  const source = text.slice(from, to)
  const inline = source.includes('#') ? undefined : byValue.inline
  const isBlock = text.slice(lineStart(text, from), from).trim() === '' && found.parent?.flow !== true
  if (!isBlock) return inline === undefined ? undefined : { ...byValue, inline }
  const whole = splice(text.slice(from, lineEnd(text, to)), 0, (found.pair.key.range?.[1] ?? from) - from, scalarText(name))
  const old = indentAt(text, from)
  return { inline, lines: indent => reindented(whole.replace(/\r?\n$/, '').split(/\r?\n/), old, indent) }
}

/** The first line has lost its indentation already. */
const reindented = (lines: readonly string[], old: string, indent: string): readonly string[] =>
  lines.map((line, i) => (i === 0 ? indent + line : line.startsWith(old) ? indent + line.slice(old.length) : line))
