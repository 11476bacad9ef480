import * as z from 'zod/mini'
import type { Schema } from './known-keys.ts'
import { readings } from './scalars.ts'

/** What zod keeps of a schema in `_zod.def`. */
interface Definition {
  readonly type: string
  readonly innerType: z.ZodMiniType
  readonly in: z.ZodMiniType
  readonly shape: Readonly<Record<string, z.ZodMiniType>>
  readonly catchall?: z.ZodMiniType
  readonly keyType: z.ZodMiniType
  readonly valueType: z.ZodMiniType
  readonly element: z.ZodMiniType
  readonly options: readonly z.ZodMiniType[]
  readonly checks?: readonly unknown[]
}

/** Undefined where a value is wrong. */
type Read = (value: unknown) => unknown

/**
 * What zod makes of a right value; undefined of a wrong one, and zod has to say what is wrong. zod looks for each key that a mapping may have, and a
 * device may have ninety; here only those are looked at that are there. What this does not know of zod is left to it.
 */
export const readRight = (schema: Schema, value: unknown): unknown => readerOf(schema as z.ZodMiniType)(value)

const readers = new WeakMap<z.ZodMiniType, Read>()

const readerOf = (schema: z.ZodMiniType): Read => {
  const known = readers.get(schema)
  if (known !== undefined) return known
  const reader = makeReader(schema)
  readers.set(schema, reader)
  return reader
}

const makeReader = (schema: z.ZodMiniType): Read => {
  const def = schema._zod.def as unknown as Definition
  const reading = readings.get(schema)
  if (reading !== undefined) return value => (typeof value === 'string' ? reading(value) : undefined)
  if (def.checks !== undefined && def.checks.length > 0) return byZod(schema)
  if (def.type === 'optional' || def.type === 'nonoptional') return readerOf(def.innerType)
  if (def.type === 'array') return listReader(readerOf(def.element))
  if (def.type === 'union') return unionReader(def.options)
  if (def.type === 'record' && isAnyText(def.keyType)) return mappingReader({}, def.valueType)
  return def.type === 'object' ? mappingReader(def.shape, def.catchall) : byZod(schema)
}

const byZod =
  (schema: z.ZodMiniType): Read =>
  value => {
    const result = schema.safeParse(value)
    return result.success ? result.data : undefined
  }

const isAnyText = (schema: z.ZodMiniType): boolean => schema instanceof z.ZodMiniString && (schema._zod.def.checks ?? []).length === 0

const listReader =
  (item: Read): Read =>
  value => {
    if (!Array.isArray(value)) return undefined
    const read: unknown[] = []
    for (const one of value) {
      const right = item(one)
      if (right === undefined) return undefined
      read.push(right)
    }
    return read
  }

/** The first that takes the value. */
const unionReader =
  (options: readonly z.ZodMiniType[]): Read =>
  value => {
    for (const option of options) {
      const read = readRight(option, value)
      if (read !== undefined) return read
    }
    return undefined
  }

/** As zod has it, the keys that are known come first, in their own order. */
const mappingReader = (shape: Definition['shape'], catchall: z.ZodMiniType | undefined): Read => {
  const keys = Object.keys(shape)
  const rank = new Map(keys.map((key, i) => [key, i]))
  const required = keys.filter(key => shape[key]?._zod.def.type !== 'optional')
  const others = catchall === undefined || catchall._zod.def.type === 'never' ? undefined : catchall
  const rankOf = (key: string): number => rank.get(key) ?? keys.length
  const field = (key: string): z.ZodMiniType | undefined => (rank.has(key) ? shape[key] : others)
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    for (const key of required) if (!Object.hasOwn(value, key)) return undefined
    const found = Object.keys(value)
    if (keys.length > 0 && found.length > 1) found.sort((a, b) => rankOf(a) - rankOf(b))
    return readKeys(value as Readonly<Record<string, unknown>>, found, field)
  }
}

const readKeys = (
  given: Readonly<Record<string, unknown>>,
  keys: readonly string[],
  field: (key: string) => z.ZodMiniType | undefined,
): unknown => {
  const read: Record<string, unknown> = {}
  for (const key of keys) {
    const schema = field(key)
    const right = schema && readerOf(schema)(given[key])
    if (right === undefined) return undefined
    read[key] = right
  }
  return read
}
