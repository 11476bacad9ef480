import type { FieldMeta } from '../description/field.ts'
import { definitionOf, type Schema, unwrap } from '../description/known-keys.ts'
import { description } from '../description/schema/index.ts'
import type { Path } from '../model/leaf.ts'
import { freeKey, metaOf } from '../reference/schema-leaves.ts'

/** What the schema says of the innermost key of a place: `ethernets.eno1.routes[0].to`. Undefined where it has none, as at the name of a device. */
export function keyAt(path: Path): FieldMeta | undefined {
  const [meta] = walk(description, path)
  return meta
}

/** The key's own words, and how many parts of the path led to a key at all: of a choice the branch that goes furthest. */
function walk(schema: Schema, [part, ...rest]: Path, own?: FieldMeta): readonly [FieldMeta | undefined, number] {
  if (part === undefined) return [own, 0]
  const inner = unwrap(schema)
  const { shape, element, options } = definitionOf(inner)
  const named = typeof part === 'string' ? shape?.[part] : undefined
  const free = typeof part === 'string' ? freeKey(inner) : element
  const nexts: readonly (readonly [Schema, FieldMeta | undefined])[] =
    named === undefined ? (free === undefined ? [] : [[free, own]]) : [[named, metaOf(named)]]
  const found = [
    ...nexts.map(([next, meta]) => walk(next, rest, meta)).map(([meta, depth]) => [meta, depth + 1] as const),
    ...(options ?? []).map(option => walk(option, [part, ...rest], own)),
  ]
  return found.toSorted((a, b) => b[1] - a[1])[0] ?? [own, 0]
}
