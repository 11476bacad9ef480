import type { FieldMeta } from '../description/field.ts'
import { definitionOf, type Schema, unwrap } from '../description/known-keys.ts'
import { expectations } from '../description/scalars.ts'
import { description } from '../description/schema/index.ts'
import { freeKey, metaOf } from './schema-leaves.ts'

/** One key that a description may have, whichever device has it. */
export interface Key {
  /** `bridges.*.parameters.stp`: `*` stands for a name that the user chooses, `[]` for each item of a list. */
  readonly path: string
  /** The device type; undefined for what holds for the whole description. */
  readonly section: string | undefined
  /** The path below the device, `parameters.stp`; the whole path where there is none. */
  readonly below: string
  readonly meta: FieldMeta
  /** What may stand there, in words. */
  readonly value: string
  /** Whether the mapping around it can't be without it. */
  readonly required: boolean
}

/** Every key of the schema in its order, a mapping before what is in it. */
export const allKeys = (): readonly Key[] => keysIn(description, '')

function keysIn(schema: Schema, path: string): Key[] {
  const inner = unwrap(schema)
  const { shape, element, options } = definitionOf(inner)
  const free = freeKey(inner)
  return [
    ...Object.entries(shape ?? {}).flatMap(([name, field]) => keysAt(field, path === '' ? name : `${path}.${name}`)),
    ...(free === undefined ? [] : keysIn(free, `${path}.*`)),
    ...(element === undefined ? [] : keysIn(element, `${path}[]`)),
    ...(options ?? []).flatMap(option => keysIn(option, path)),
  ]
}

const keysAt = (field: Schema, path: string): Key[] => {
  const meta = metaOf(field)
  if (meta === undefined) throw new Error(`nothing describes ${path}`)
  const [, section, below] = /^([^.]+)\.\*\.(.+)$/.exec(path) ?? []
  const required = definitionOf(field).type !== 'optional'
  return [{ path, section, below: below ?? path, meta, value: inWords(field, meta.unit), required }, ...keysIn(field, path)]
}

/** What may stand there: `a list, each: an IPv4 or IPv6 address`. */
const inWords = (schema: Schema, unit?: string): string => {
  const inner = unwrap(schema)
  const { element, options } = definitionOf(inner)
  const free = freeKey(inner)
  const counted = unit === undefined ? '' : `, in ${unit}`
  const scalar = expectations.get(inner)
  if (scalar !== undefined) return `${scalar}${counted}`
  if (element !== undefined) return `a list, each: ${inWords(element, unit)}`
  if (options !== undefined) return [...new Set(options.map(option => inWords(option, unit)))].join('; or ')
  if (free === undefined || definitionOf(free).type === 'object') return 'a mapping'
  return `a mapping, each: ${inWords(free, unit)}`
}
