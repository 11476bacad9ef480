/** A part of a JSON Schema. */
export interface EditorForm {
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly EditorForm[]
  readonly pattern?: string
  readonly items?: EditorForm
  readonly properties?: Readonly<Record<string, EditorForm>>
  readonly [key: string]: unknown
}

const truth: EditorForm = {
  type: 'string',
  pattern: '^(?:[Tt][Rr][Uu][Ee]|[Yy](?:[Ee][Ss])?|[Oo][Nn]|[Ff][Aa][Ll][Ss][Ee]|[Nn][Oo]?|[Oo][Ff][Ff])$',
}
const digits = ({ minimum }: EditorForm): EditorForm => ({
  type: 'string',
  pattern: typeof minimum === 'number' && minimum < 0 ? '^-?\\d+$' : '^\\d+$',
})

/**
 * The form of a scalar as an editor sees it: the description's values are texts that their fields type, but an editor's YAML types them first.
 * So a text may come as a number or a truth value, and a number or a truth value as a text in quotes; `yes` is a text in YAML 1.2.
 */
export function editorForm(form: EditorForm): EditorForm {
  const types = new Set([form.type ?? []].flat())
  if (form.enum !== undefined) return enumForm(form.enum)
  if (types.has('boolean')) return { anyOf: [form, truth] }
  if (types.has('string')) return { ...form, type: [...new Set([...types, ...lookalikes(form)])] }
  return { anyOf: [form, digits(form)] }
}

const enumForm = (words: readonly unknown[]): EditorForm => {
  const all = { enum: [...new Set(words.flatMap(word => [word, ...(typeof word === 'string' ? asTyped(word) : [])]))] }
  return words.includes(true) || words.includes(false) ? { anyOf: [all, truth] } : all
}

/** What YAML, 1.1 or 1.2, makes of a plain text, where that is no text. */
const asTyped = (text: string): readonly unknown[] => {
  if (/^\d+(?:\.\d+)?$/.test(text)) return [Number(text)]
  return /^(?:true|yes|on|y)$/i.test(text) ? [true] : /^(?:false|no|off|n)$/i.test(text) ? [false] : []
}

/** What else YAML may take a text of this form for. */
const lookalikes = ({ pattern, format }: EditorForm): readonly string[] => {
  const some = (...texts: readonly string[]): boolean =>
    format === undefined && texts.some(text => pattern === undefined || new RegExp(pattern).test(text))
  return [...(some('0', '00', '1', '12', '123456', '1.5') ? ['number'] : []), ...(some('true', 'False', 'no') ? ['boolean'] : [])]
}

/** The same, or a null, which takes away what an earlier file says. */
export function orNull(form: EditorForm): EditorForm {
  if (form.enum !== undefined) return { ...form, enum: [...form.enum, null] }
  if (form.anyOf !== undefined) return { ...form, anyOf: [...form.anyOf, { type: 'null' }] }
  return { ...form, type: [...[form.type ?? []].flat(), 'null'] }
}

/** An example as an editor would write it; undefined where it is empty or a mapping. */
export function editorExample(example: unknown, scalar: EditorForm): unknown {
  if (Array.isArray(example)) {
    const items = example.map(item => editorExample(item, scalar))
    return items.length === 0 || items.includes(undefined) ? undefined : items
  }
  if (typeof example !== 'string') return undefined
  const types = [scalar.type].flat()
  if (types.includes('boolean') || scalar.enum?.includes(true)) return asTyped(example)[0] ?? example
  return types.includes('integer') || types.includes('number') ? (asTyped(example)[0] ?? example) : example
}
