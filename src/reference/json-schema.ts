import type { FieldMeta } from '../description/field.ts'
import { definitionOf, type Schema, unwrap } from '../description/known-keys.ts'
import { jsonForms } from '../description/scalars.ts'
import { description } from '../description/schema/index.ts'
import { type EditorForm, editorExample, editorForm, orNull } from './editor-form.ts'
import { freeKey, metaOf } from './schema-leaves.ts'

/**
 * The JSON Schema of a description file, for editors: draft 7, which yaml-language-server knows in all its versions. It takes every right file,
 * and refuses unknown keys, wrong shapes and values that can't be right in whatever quotes; what needs more than one value to be judged is left
 * to `netglot check`.
 */
export function jsonSchema(): object {
  const writer = new Writer()
  const { properties, ...rest } = writer.form(description)
  const { 'x-netglot': settings, ...network } = properties ?? {}
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A network, described for netglot',
    type: 'object',
    properties: { network: { description: 'The network, in netplan’s language.', ...rest, properties: network }, 'x-netglot': settings },
    additionalProperties: false,
    definitions: writer.definitions,
  }
}

class Writer {
  /** The fields that stand in several places, by the names that they are referred to by. */
  readonly definitions: Record<string, EditorForm> = {}
  private readonly uses = countUses(description, new Map())
  private readonly names = new Map<Schema, string>()

  form(schema: Schema): EditorForm {
    const inner = unwrap(schema)
    const { element, options } = definitionOf(inner)
    const scalar = jsonForms.get(inner)
    if (scalar !== undefined) return editorForm(scalar as EditorForm)
    if (element !== undefined) return { type: 'array', items: { ...this.form(element), ...requiredOf(element) } }
    if (options !== undefined) return { anyOf: options.map(option => this.form(option)) }
    return this.mapping(inner)
  }

  private mapping(schema: Schema): EditorForm {
    const { shape } = definitionOf(schema)
    const free = freeKey(schema)
    const properties = Object.entries(shape ?? {}).map(([key, field]) => [key, this.field(key, field)] as const)
    return {
      type: 'object',
      ...(shape === undefined ? {} : { properties: Object.fromEntries(properties) }),
      additionalProperties: free === undefined ? false : orNull(this.form(free)),
    }
  }

  private field(key: string, field: Schema): EditorForm {
    if ((this.uses.get(field) ?? 0) < 2) return this.whole(field)
    const known = this.names.get(field)
    const name = known ?? freeName(key, this.definitions)
    if (known === undefined) {
      this.names.set(field, name)
      // Its place among the others comes before those inside it.
      this.definitions[name] = {}
      this.definitions[name] = this.whole(field)
    }
    return { $ref: `#/definitions/${name}` }
  }

  private whole(field: Schema): EditorForm {
    const meta = metaOf(field)
    const examples = (meta?.examples ?? []).map(example => editorExample(example, scalarIn(field))).filter(example => example !== undefined)
    return { ...(meta && { description: inWords(meta) }), ...orNull(this.form(field)), ...(examples.length > 0 ? { examples } : {}) }
  }
}

const freeName = (key: string, taken: object): string => {
  let name = key
  for (let i = 2; Object.hasOwn(taken, name); i++) name = `${key}-${i}`
  return name
}

const inWords = ({ description: text, default: silent, since }: FieldMeta): string =>
  [
    text,
    ...(silent === undefined ? [] : [`When silent: ${silent}.`]),
    ...(since === undefined ? [] : [since === 'netglot' ? 'netglot’s own key.' : `Since netplan ${since}.`]),
  ].join(' ')

/** Items of lists are never merged with those of other files, so what one must have stands in this file. */
const requiredOf = (item: Schema): { readonly required?: readonly string[] } => {
  const required = Object.entries(definitionOf(unwrap(item)).shape ?? {}).filter(([, field]) => definitionOf(field).type !== 'optional')
  return required.length === 0 ? {} : { required: required.map(([key]) => key) }
}

/** The scalar of a field, or of the items of its list; of several the first. */
const scalarIn = (schema: Schema): EditorForm => {
  const inner = unwrap(schema)
  const { element, options } = definitionOf(inner)
  const next = element ?? options?.[0]
  return next === undefined ? ((jsonForms.get(inner) ?? {}) as EditorForm) : scalarIn(next)
}

/** In how many places each field stands; what is in a field counts once. */
const countUses = (schema: Schema, uses: Map<Schema, number>): Map<Schema, number> => {
  const inner = unwrap(schema)
  const { shape, element, options } = definitionOf(inner)
  for (const field of Object.values(shape ?? {})) {
    const before = uses.get(field) ?? 0
    uses.set(field, before + 1)
    if (before === 0) countUses(field, uses)
  }
  for (const next of [freeKey(inner), element, ...(options ?? [])]) if (next !== undefined) countUses(next, uses)
  return uses
}
