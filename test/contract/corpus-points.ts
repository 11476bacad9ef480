import { definitionOf, type Schema, unwrap } from '../../src/description/known-keys.ts'
import { jsonForms } from '../../src/description/scalars.ts'
import { description } from '../../src/description/schema/index.ts'
import { freeKey, metaOf, wordsOf as plainWordsOf } from '../../src/reference/schema-leaves.ts'

/** Something that a description can say: a key, or a word or a truth value that a key allows. */
export type Points = Map<string, string>

/** Fields that devices share are one field, whichever device has it; so is the `renderer` beside the definitions of each type. */
const numbers = new WeakMap<object, number>()
let count = 0
const numberOf = (field: Schema): number => {
  const one = metaOf(field) === undefined ? unwrap(field) : field
  const number = numbers.get(one) ?? ++count
  numbers.set(one, number)
  return number
}

const isOurs = (schema: Schema): boolean => metaOf(schema)?.since === 'netglot'

/** The words that a scalar allows, beside other values too. */
const wordsOf = (scalar: Schema): readonly string[] => {
  const { anyOf = [] } = (jsonForms.get(scalar) ?? {}) as { anyOf?: readonly { enum?: readonly string[] }[] }
  return [...plainWordsOf(scalar), ...anyOf.flatMap(form => form.enum ?? [])]
}

/** The word that the text is for the scalar. */
const spoken = (scalar: Schema, text: string): string => {
  const truth = /^(true|yes|on|y)$/i.test(text) ? 'true' : /^(false|no|off|n)$/i.test(text) ? 'false' : text
  return wordsOf(scalar).includes(text) ? text : truth
}

/** All that the schema allows, but for what is netglot's own: each point's key, and its path as people read it. */
export function allPoints(schema: Schema = description, path = '', key = '', points: Points = new Map()): Points {
  const inner = unwrap(schema)
  const { shape, element, options } = definitionOf(inner)
  const free = freeKey(inner)
  for (const [name, field] of Object.entries(shape ?? {})) {
    if (isOurs(field) || points.has(`${numberOf(field)}`)) continue
    points.set(`${numberOf(field)}`, `${path}${name}`)
    allPoints(field, `${path}${name}.`, `${numberOf(field)}`, points)
  }
  if (free !== undefined) allPoints(free, `${path}*.`, `${key}*`, points)
  if (element !== undefined) allPoints(element, path, `${key}[]`, points)
  for (const option of options ?? []) allPoints(option, path, key, points)
  for (const word of wordsOf(inner)) points.set(`${key}=${word}`, `${path.slice(0, -1)}: ${word}`)
  return points
}

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Adds what the value says. */
export function reach(value: unknown, reached: Set<string>, schema: Schema = description, key = ''): void {
  const inner = unwrap(schema)
  const { shape, element, options } = definitionOf(inner)
  const free = freeKey(inner)
  for (const option of options ?? []) reach(value, reached, option, key)
  if (typeof value === 'string') reached.add(`${key}=${spoken(inner, value)}`)
  if (Array.isArray(value) && element !== undefined) for (const item of value) reach(item, reached, element, `${key}[]`)
  if (!isTree(value)) return
  for (const [name, below] of Object.entries(value)) {
    const field = shape?.[name]
    if (field !== undefined) reached.add(`${numberOf(field)}`)
    if (field !== undefined) reach(below, reached, field, `${numberOf(field)}`)
    else if (free !== undefined) reach(below, reached, free, `${key}*`)
  }
}
