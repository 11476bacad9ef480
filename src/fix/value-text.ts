import { isList, type Value } from '../diagnostics/fix.ts'

/** What is plain text to every YAML reader, inside brackets too. */
const plain = /^[A-Za-z0-9][A-Za-z0-9_./+@-]*(?::[A-Za-z0-9_./+@-]+)*$/
/** What a reader may take for something else: a number of base 60, or nothing. */
const ambiguous = /^(?:[0-9:]*:[0-9:]*|null|Null|NULL)$/

/** A scalar or a key. */
export const scalarText = (text: string): string => (plain.test(text) && !ambiguous.test(text) ? text : JSON.stringify(text))

/** A value on one line. */
export function flowText(value: Value): string {
  if (typeof value === 'string') return scalarText(value)
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`
  const entries = Object.entries(value).map(([key, one]) => `${scalarText(key)}: ${flowText(one)}`)
  return `{${entries.join(', ')}}`
}

/** A key and its value as lines of a block; `step` is how much deeper a mapping inside it stands. */
export function blockLines(key: string, value: Value, indent: string, step: string): readonly string[] {
  if (isShort(value)) return [`${indent}${scalarText(key)}: ${flowText(value)}`]
  const below = isList(value)
    ? value.flatMap(item => itemLines(item, indent + step, step))
    : Object.entries(value).flatMap(([inner, one]) => blockLines(inner, one, indent + step, step))
  return [`${indent}${scalarText(key)}:`, ...below]
}

/** An item of a list as lines of a block. */
export function itemLines(value: Value, indent: string, step: string): readonly string[] {
  if (isShort(value) || isList(value)) return [`${indent}- ${flowText(value)}`]
  const lines = Object.entries(value).flatMap(([key, one]) => blockLines(key, one, `${indent}  `, step))
  return lines.map((line, i) => (i === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line))
}

const isShort = (value: Value): boolean =>
  typeof value === 'string' || (isList(value) ? value.every(one => typeof one === 'string') : Object.keys(value).length === 0)
