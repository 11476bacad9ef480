import { fieldMeta } from '../description/field.ts'
import { definitionOf, type Schema, unwrap } from '../description/known-keys.ts'
import { description } from '../description/schema/index.ts'
import { devices, freeKeys, type LeafPath, type Value } from './leaf-bases.ts'

/** One key of the schema that holds a value, at a place where it can stand. */
export interface SchemaLeaf {
  readonly path: LeafPath
  readonly examples: readonly Value[]
}

const isList = (examples: readonly unknown[]): boolean => examples.length > 0 && examples.every(Array.isArray)

/** Every leaf of the schema but those of `x-netglot`, which is no network. */
export function schemaLeaves(): SchemaLeaf[] {
  const { 'x-netglot': _settings, ...network } = definitionOf(description).shape ?? {}
  return Object.entries(network).flatMap(([key, schema]) => leavesAt(schema, [key], examplesOf(schema)))
}

const examplesOf = (schema: Schema): readonly unknown[] => {
  const registry = fieldMeta as unknown as { get(s: Schema): { examples: readonly unknown[] } | undefined }
  return registry.get(schema)?.examples ?? []
}

function leavesAt(schema: Schema, path: LeafPath, examples: readonly unknown[]): SchemaLeaf[] {
  const inner = unwrap(schema)
  const { type, shape, catchall, valueType, element, options } = definitionOf(inner)
  const named = Object.entries(shape ?? {}).flatMap(([key, s]) => leavesAt(s, [...path, key], examplesOf(s)))
  const free = catchall !== undefined && definitionOf(catchall).type !== 'never' ? catchall : valueType
  if (free !== undefined) return [...named, ...freeLeaves(free, path, examples)]
  if (type === 'object') return named
  if (element !== undefined) return [...itself(path, isList(examples) ? examples : []), ...leavesAt(element, [...path, 0], [])]
  if (options !== undefined) return [...itself(path, examples), ...options.flatMap(option => leavesAt(option, path, []))]
  return itself(path, path.at(-1) === 'renderer' ? ['networkd', 'NetworkManager'] : examples)
}

const freeLeaves = (schema: Schema, path: LeafPath, examples: readonly unknown[]): SchemaLeaf[] => {
  const parent = path.findLast(part => typeof part === 'string') ?? ''
  const key = (path.length === 1 ? devices[parent] : undefined) ?? freeKeys[parent] ?? 'unknown'
  const inner = examples.flatMap(example => (example as Record<string, unknown>)[key] ?? [])
  const numbers = inner.length === 1 && typeof inner[0] === 'string' ? [inner[0], String(Number(inner[0]) * 2)] : inner
  return leavesAt(schema, [...path, key], numbers)
}

/** Labels begin with the name of their device. */
const fitting = (example: Value, path: LeafPath): Value =>
  path.at(-1) === 'label' && typeof example === 'string' ? example.replace(/^br0/, String(path[1])) : example

const itself = (path: LeafPath, examples: readonly unknown[]): SchemaLeaf[] => {
  const usable = examples.filter(e => JSON.stringify(e) !== '[]' && JSON.stringify(e) !== '{}') as Value[]
  return usable.length === 0 ? [] : [{ path, examples: usable.map(e => fitting(e, path)) }]
}
