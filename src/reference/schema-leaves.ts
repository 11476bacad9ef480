import { type FieldMeta, fieldMeta } from '../description/field.ts'
import { definitionOf, type Schema, unwrap } from '../description/known-keys.ts'
import { jsonForms } from '../description/scalars.ts'
import { description } from '../description/schema/index.ts'
import { devices, freeKeys, type LeafPath, type Value } from './leaf-bases.ts'

/** One key of the schema that holds a value, at a place where it can stand. */
export interface SchemaLeaf {
  readonly path: LeafPath
  /** The same for any device: `bridges.*.parameters.stp`. */
  readonly key: string
  readonly examples: readonly Value[]
  /** The words that it allows, where they are few. */
  readonly words: readonly Value[]
}

/** A place of the schema: a path to try it at, and its key. */
type At = Pick<SchemaLeaf, 'path' | 'key'>

const down = ({ path, key }: At, part: string | number, shown = typeof part === 'number' ? '[]' : `.${part}`): At => ({
  path: [...path, part],
  key: `${key}${shown}`.replace(/^\./, ''),
})

const isList = (examples: readonly unknown[]): boolean => examples.length > 0 && examples.every(Array.isArray)

/** Every leaf of the schema but those of `x-netglot`, which is no network. */
export function schemaLeaves(): SchemaLeaf[] {
  const { 'x-netglot': _settings, ...network } = definitionOf(description).shape ?? {}
  return Object.entries(network).flatMap(([key, schema]) => leavesAt(schema, { path: [key], key }, examplesOf(schema)))
}

/** What a field says of itself; undefined for a schema that is no field. */
export const metaOf = (schema: Schema): FieldMeta | undefined =>
  (fieldMeta as unknown as { get(s: Schema): FieldMeta | undefined }).get(schema)

const examplesOf = (schema: Schema): readonly unknown[] => metaOf(schema)?.examples ?? []

/** The words that a scalar allows; none where it allows more than a few. */
export const wordsOf = (scalar: Schema): readonly string[] => {
  const { enum: words, type } = (jsonForms.get(scalar) ?? {}) as { enum?: readonly unknown[]; type?: unknown }
  return words?.map(String) ?? (type === 'boolean' ? ['true', 'false'] : [])
}

/** What stands at a key that the user chooses; undefined where there is none. */
export const freeKey = (schema: Schema): Schema | undefined => {
  const { catchall, valueType } = definitionOf(schema)
  return catchall !== undefined && definitionOf(catchall).type !== 'never' ? catchall : valueType
}

function leavesAt(schema: Schema, at: At, examples: readonly unknown[]): SchemaLeaf[] {
  const inner = unwrap(schema)
  const { type, shape, element, options } = definitionOf(inner)
  const named = Object.entries(shape ?? {}).flatMap(([key, s]) => leavesAt(s, down(at, key), examplesOf(s)))
  const free = freeKey(inner)
  if (free !== undefined) return [...named, ...freeLeaves(free, at, examples)]
  if (type === 'object') return named
  if (element !== undefined) {
    const words = wordsOf(unwrap(element)).map(word => [word])
    return [...itself(at, isList(examples) ? examples : [], words), ...leavesAt(element, down(at, 0), [])]
  }
  if (options !== undefined) return [...itself(at, examples, []), ...options.flatMap(option => leavesAt(option, at, []))]
  return itself(at, examples, wordsOf(inner))
}

const freeLeaves = (schema: Schema, at: At, examples: readonly unknown[]): SchemaLeaf[] => {
  const parent = at.path.findLast(part => typeof part === 'string') ?? ''
  const key = (at.path.length === 1 ? devices[parent] : undefined) ?? freeKeys[parent] ?? 'unknown'
  const inner = examples.map(example => (example as Record<string, unknown>)[key]).filter(example => example !== undefined)
  const numbers = inner.length === 1 && typeof inner[0] === 'string' ? [inner[0], String(Number(inner[0]) * 2)] : inner
  return leavesAt(schema, down(at, key, '.*'), numbers)
}

/** Labels begin with the name of their device. */
const fitting = (example: Value, path: LeafPath): Value =>
  path.at(-1) === 'label' && typeof example === 'string' ? example.replace(/^br0/, String(path[1])) : example

/** A modem takes NetworkManager; a VRF is a port of nothing, so Open vSwitch has no record of it. */
const isRefused = (example: unknown, path: LeafPath): boolean =>
  (path[0] === 'modems' && path.at(-1) === 'renderer' && example === 'networkd') || (path[0] === 'vrfs' && path[2] === 'openvswitch')

const itself = ({ path, key }: At, examples: readonly unknown[], words: readonly Value[]): SchemaLeaf[] => {
  const usable = examples.filter(e => !['[]', '{}'].includes(JSON.stringify(e)) && !isRefused(e, path)) as Value[]
  return usable.length === 0 ? [] : [{ path, key, examples: usable.map(e => fitting(e, path)), words }]
}
