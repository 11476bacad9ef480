import type { Report } from '../diagnostics/report.ts'
import type { Path } from '../model/leaf.ts'
import { knownKeys } from './known-keys.ts'
import type { Parsed } from './parse.ts'
import { type Description, description } from './schema/index.ts'
import { suggest } from './suggest.ts'
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
  else report.add('bad-value', { value: shown(value, path), expected: issue.params?.expected ?? 'something else' }, { place: { path } })
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
    { place: { path: [...path, key], key: true } },
  )
}

/** A key of that name in one of the mappings here, or the key that other files call so. */
const exact = (key: string, known: readonly string[], path: Path): string | undefined =>
  [key, usualWord(key)].filter(word => word !== undefined).flatMap(word => placeOf(word, known, path) ?? [])[0]

const placeOf = (word: string, known: readonly string[], path: Path): string | undefined => {
  if (known.includes(word)) return word
  const inside = known.find(name => knownKeys(description, [...path, name]).includes(word))
  return inside === undefined ? undefined : `${inside}: {${word}: …}`
}

const shapes: Readonly<Record<string, string>> = { string: 'a single value', array: 'a list', object: 'a mapping', record: 'a mapping' }

const wrongShape = (issue: Issue, path: Path, value: unknown, report: Report): void => {
  const found = value === '' ? 'nothing' : typeof value === 'string' ? 'a single value' : Array.isArray(value) ? 'a list' : 'a mapping'
  const expected = shapes[issue.expected ?? ''] ?? 'something else'
  report.add('wrong-shape', { expected: value === '' ? `${expected} ({} if it is to be empty)` : expected, found }, { place: { path } })
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
