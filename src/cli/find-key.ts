import { settingsKey } from '../description/parse.ts'
import { allKeys } from '../reference/keys.ts'
import { type SchemaLeaf, schemaLeaves } from '../reference/schema-leaves.ts'
import { UsageError } from './outcome.ts'

/** The parts of a key or a path, without the places in lists: `routes[0].to` and `routes[].to` are the same. */
const partsOf = (text: string): readonly string[] =>
  (text.replace(/^network\./, '').match(/"[^"]*"|\[\d*\]|[^.[\]]+/g) ?? [])
    .filter(part => !part.startsWith('['))
    .map(part => part.replaceAll('"', ''))

const fits = (part: string | undefined, wanted: string): boolean => part === '*' || part === wanted

/** Whether the parts are the key's, but for a free name at its end that one may leave out: `parameters.path-cost`. */
const isKey = (key: readonly string[], wanted: readonly string[]): boolean =>
  wanted.every((part, i) => fits(key[i], part)) &&
  (key.length === wanted.length || (key.length === wanted.length + 1 && key.at(-1) === '*'))

/** The key that a person names: `bridges.*.parameters.stp`, or as a diagnostic has it, `bridges.br0.parameters.stp`. */
export function findKey(text: string): SchemaLeaf {
  const wanted = partsOf(text)
  const leaves = schemaLeaves().map(leaf => ({ leaf, parts: partsOf(leaf.key) }))
  const found = leaves.find(({ parts }) => isKey(parts, wanted))
  if (found !== undefined) return found.leaf
  const inside = leaves.filter(({ parts }) => wanted.every((part, i) => fits(parts[i], part)))
  if (wanted.length > 0 && inside.length > 0) throw new UsageError(`${text} is a mapping: name a key in it, such as ${some(inside)}`)
  if (wanted[0] === settingsKey) throw new UsageError(`${text} says how to render: no target has it`)
  if (allKeys().some(({ path }) => isKey(partsOf(path), wanted))) throw new UsageError(`${text} is refused, whatever it says`)
  const alike = leaves.filter(({ parts }) => parts.at(-1) === wanted.at(-1))
  if (alike.length > 0) throw new UsageError(`there is no key ${text}; there is ${some(alike)}`)
  throw new UsageError(`there is no key ${text}; docs/description.md lists them`)
}

const some = (leaves: readonly { readonly leaf: SchemaLeaf }[]): string =>
  [...leaves.slice(0, 5).map(({ leaf }) => leaf.key), ...(leaves.length > 5 ? ['…'] : [])].join(', ')
