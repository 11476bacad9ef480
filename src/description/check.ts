import type { Step } from '../diagnostics/fix.ts'
import type { Report } from '../diagnostics/report.ts'
import type { Path } from '../model/leaf.ts'
import { knownKeys } from './known-keys.ts'
import type { Parsed } from './parse.ts'
import { readRight } from './read-right.ts'
import { type Description, description } from './schema/index.ts'
import { sameWord, suggest, sureWord } from './suggest.ts'
import { sureValue } from './sure-value.ts'
import { usualWord } from './usual-words.ts'

/** A zod issue, as far as we read it. */
interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly expected?: string
  readonly keys?: readonly string[]
  readonly errors?: readonly (readonly Issue[])[]
  readonly params?: { readonly expected?: string } | undefined
}

/** The description with its texts typed. Undefined when a key or a value is wrong; the report says which. */
export function check(parsed: Parsed, report: Report): Description | undefined {
  const right = readRight(description, parsed.value)
  if (right !== undefined) return right as Description
  const result = description.safeParse(parsed.value)
  if (result.success) return result.data
  for (const issue of result.error.issues as readonly Issue[]) explain(issue, [], parsed.value, report)
  return undefined
}

const explain = (issue: Issue, above: Path, root: unknown, report: Report): void => {
  const path: Path = [...above, ...issue.path.map(part => (typeof part === 'number' ? part : String(part)))]
  const value = valueAt(root, path)
  if (issue.errors !== undefined) for (const inner of branch(issue.errors, value)) explain(inner, path, root, report)
  else if (issue.keys !== undefined) for (const key of issue.keys) unknownKey(key, path, report)
  else if (value === undefined) report.add('missing-key', { key: String(path.at(-1)) }, { place: { path } })
  else if (issue.code === 'invalid_type') wrongShape(issue, path, value, report)
  else badValue(issue.params?.expected ?? 'something else', path, value, report)
}

const badValue = (expected: string, path: Path, value: unknown, report: Report): void => {
  const sure = typeof value === 'string' ? sureValue(value, expected) : undefined
  const fix: readonly Step[] | undefined = sure === undefined ? undefined : [{ do: 'set', path, value: sure }]
  report.add('bad-value', { value: shown(value, path), expected }, { place: { path }, fix })
}

/** The branch of a union that the value's shape belongs to: our unions are a scalar first, then a list or a mapping. */
const branch = (errors: readonly (readonly Issue[])[], value: unknown): readonly Issue[] =>
  (typeof value === 'string' ? errors[0] : errors[1]) ?? []

/** What looks like a key of WireGuard, where its name has been forgotten. */
const looksSecret = (key: string): boolean => /^[A-Za-z0-9+/]{40,46}=?$/.test(key)

const unknownKey = (key: string, path: Path, report: Report): void => {
  const known = knownKeys(description, path)
  if (looksSecret(key)) {
    report.add('unknown-key', { key: '••••••', suggestion: undefined, known: known.join(', ') }, { place: { path } })
    return
  }
  report.add(
    'unknown-key',
    { key, suggestion: exact(key, known, path) ?? suggest(key, known), known: known.join(', ') },
    { place: { path: [...path, key], key: true }, fix: spelled(key, known, path) },
  )
}

/** Where the key has to go: to its right name, or into the mapping that it belongs to. */
const spelled = (key: string, known: readonly string[], path: Path): readonly Step[] | undefined => {
  const word = sureWord(key, known) ?? known.find(name => name === usualWord(key))
  if (word !== undefined) return [{ do: 'rename', path: [...path, key], to: word }]
  const inside = known.flatMap(name => {
    const there = knownKeys(description, [...path, name])
    const word = sameWord(key, there) ?? there.find(one => one === usualWord(key))
    return word === undefined ? [] : [[name, word] as const]
  })
  return inside[0] === undefined || inside.length > 1 ? undefined : [{ do: 'move', path: [...path, key], to: [...path, ...inside[0]] }]
}

/** A key of that name in one of the mappings here, or the key that other files call so. */
const exact = (key: string, known: readonly string[], path: Path): string | undefined =>
  [key, usualWord(key)].filter(word => word !== undefined).flatMap(word => placeOf(word, known, path) ?? [])[0]

const placeOf = (word: string, known: readonly string[], path: Path): string | undefined => {
  if (known.includes(word)) return word
  const inside = known.flatMap(name => {
    const key = sameWord(word, knownKeys(description, [...path, name]))
    return key === undefined ? [] : [`${name}: {${key}: …}`]
  })
  return inside[0]
}

const shapes: Readonly<Record<string, string>> = { string: 'a single value', array: 'a list', object: 'a mapping', record: 'a mapping' }

const wrongShape = (issue: Issue, path: Path, value: unknown, report: Report): void => {
  const found = value === '' ? 'nothing' : typeof value === 'string' ? 'a single value' : Array.isArray(value) ? 'a list' : 'a mapping'
  const expected = shapes[issue.expected ?? ''] ?? 'something else'
  const params = { expected: value === '' ? `${expected} ({} if it is to be empty)` : expected, found }
  report.add('wrong-shape', params, { place: { path }, fix: shaped(expected, path, value) })
}

const shaped = (expected: string, path: Path, value: unknown): readonly Step[] | undefined => {
  if (value === '' && expected === 'a mapping') return [{ do: 'set', path, value: {} }]
  if (value === '' && expected === 'a list') return [{ do: 'set', path, value: [] }]
  return typeof value === 'string' && expected === 'a list' ? [{ do: 'wrap', path }] : undefined
}

const valueAt = (root: unknown, path: Path): unknown => {
  let value = root
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[part]
  }
  return value
}

/** The value for a message; a password is never shown. */
const shown = (value: unknown, path: Path): string => {
  if (['password', 'pin', 'auth', 'passthrough'].some(key => path.includes(key))) return 'this'
  if (['key', 'keys', 'private', 'shared'].includes(String(path.at(-1)))) return 'this'
  const text = String(value)
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`
}
