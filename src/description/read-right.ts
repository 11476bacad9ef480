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

/** Thrown where a value is wrong. */
const wrong = Symbol('wrong')

type Read = (value: unknown) => unknown

/**
 * What zod makes of a right value; undefined of a wrong one, and zod has to say what is wrong. zod looks for each key that a mapping may have, and a
 * device may have ninety; here only those are looked at that are there. What this does not know of zod is left to it.
 */
export function readRight(schema: Schema, value: unknown): unknown {
  try {
    return readerOf(schema as z.ZodMiniType)(value)
  } catch (thrown) {
    if (thrown === wrong) return undefined
    throw thrown
  }
}

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
  if (reading !== undefined) return value => (typeof value === 'string' ? (reading(value) ?? fail()) : fail())
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
    return result.success ? result.data : fail()
  }

const isAnyText = (schema: z.ZodMiniType): boolean => schema instanceof z.ZodMiniString && (schema._zod.def.checks ?? []).length === 0

const listReader =
  (item: Read): Read =>
  value =>
    Array.isArray(value) ? value.map(item) : fail()

/** The first that takes the value. */
const unionReader =
  (options: readonly z.ZodMiniType[]): Read =>
  value => {
    for (const option of options) {
      const read = readRight(option, value)
      if (read !== undefined) return read
    }
    return fail()
  }

/** As zod has it, the keys that are known come first, in their own order. */
const mappingReader = (shape: Definition['shape'], catchall: z.ZodMiniType | undefined): Read => {
  const keys = Object.keys(shape)
  const rank = new Map(keys.map((key, i) => [key, i]))
  const required = keys.filter(key => shape[key]?._zod.def.type !== 'optional')
  const others = catchall === undefined || catchall._zod.def.type === 'never' ? undefined : catchall
  const rankOf = (key: string): number => rank.get(key) ?? keys.length
  return value => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail()
    if (required.some(key => !Object.hasOwn(value, key))) return fail()
    const given = value as Readonly<Record<string, unknown>>
    const read: Record<string, unknown> = {}
    const found = Object.keys(given)
    if (keys.length > 0 && found.length > 1) found.sort((a, b) => rankOf(a) - rankOf(b))
    for (const key of found) read[key] = readerOf((rank.has(key) ? shape[key] : others) ?? fail())(given[key])
    return read
  }
}

const fail = (): never => {
  throw wrong
}
