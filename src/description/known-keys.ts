import type { Path } from '../model/leaf.ts'

/** What of a zod schema tells its shape; zod keeps it in `_zod.def`. */
interface Definition {
  readonly type: string
  readonly innerType?: Schema
  readonly in?: Schema
  readonly shape?: Readonly<Record<string, Schema>>
  readonly catchall?: Schema
  readonly valueType?: Schema
  readonly element?: Schema
  readonly options?: readonly Schema[]
}
export interface Schema {
  readonly _zod: { readonly def: unknown }
}

export const definitionOf = (schema: Schema): Definition => schema._zod.def as Definition

/** The schema inside optional and required keys, and readings. */
export const unwrap = (schema: Schema): Schema => {
  const { type, innerType, in: input } = definitionOf(schema)
  if ((type === 'optional' || type === 'nonoptional') && innerType !== undefined) return unwrap(innerType)
  if (type === 'pipe' && input !== undefined && definitionOf(input).type !== 'string') return unwrap(input)
  return schema
}

/** All schemas that a value at this key of the mapping or list may have. */
const below = (schema: Schema, part: string | number): readonly Schema[] => {
  const { shape, catchall, valueType, element, options } = definitionOf(unwrap(schema))
  if (options !== undefined) return options.flatMap(option => below(option, part))
  const named = typeof part === 'string' && shape !== undefined && Object.hasOwn(shape, part) ? shape[part] : undefined
  return [named ?? catchall ?? valueType ?? element].filter(s => s !== undefined)
}

/** The keys that may stand in the mapping at the path. */
export function knownKeys(root: Schema, path: Path): readonly string[] {
  const schemas = path.reduce<readonly Schema[]>((at, part) => at.flatMap(s => below(s, part)), [root])
  return schemas.flatMap(s => {
    const { options, shape } = definitionOf(unwrap(s))
    return [s, ...(options ?? [])].length > 1 ? (options ?? []).flatMap(o => knownKeys(o, [])) : Object.keys(shape ?? {})
  })
}
