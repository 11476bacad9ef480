/** A JSON Schema, as far as `netglot schema` writes it. */
export interface Form {
  readonly $ref?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly examples?: readonly unknown[]
  readonly anyOf?: readonly Form[]
  readonly items?: Form
  readonly properties?: Readonly<Record<string, Form>>
  readonly additionalProperties?: Form | boolean
  readonly definitions?: Readonly<Record<string, Form>>
}

/** All forms that a value at the path may have; a list stands for its items. */
export function formsAt(root: Form, path: readonly string[]): readonly Form[] {
  return path.reduce<readonly Form[]>((forms, key) => forms.flatMap(form => below(form, key, root)), unfold(root, root))
}

const below = (form: Form, key: string, root: Form): readonly Form[] => {
  const own = form.properties !== undefined && Object.hasOwn(form.properties, key) ? form.properties[key] : undefined
  const next = own ?? (typeof form.additionalProperties === 'object' ? form.additionalProperties : undefined)
  return next === undefined ? [] : unfold(next, root)
}

/** Without references, choices and lists. What a key means stands at the key, so its description goes with each. */
function unfold(form: Form, root: Form, description = form.description): readonly Form[] {
  if (form.$ref !== undefined) {
    const named = root.definitions?.[form.$ref.replace('#/definitions/', '')]
    return named === undefined ? [] : unfold(named, root, description ?? named.description)
  }
  const { anyOf = [], items } = form
  const inner = [...anyOf, ...(items === undefined ? [] : [items])]
  // Examples of a list or a choice stand at the whole.
  const whole = { ...form, ...(description === undefined ? {} : { description }) }
  return inner.length === 0 ? [whole] : [whole, ...inner.flatMap(one => unfold(one, root, description))]
}

export const describe = (root: Form, path: readonly string[]): string | undefined =>
  formsAt(root, path).find(({ description }) => description !== undefined)?.description

export const keysAt = (root: Form, path: readonly string[]): readonly (readonly [string, Form])[] => {
  const all = formsAt(root, path).flatMap(({ properties }) => Object.entries(properties ?? {}))
  return [...new Map(all).entries()]
}

/** What may stand there, where it is one of a few; else examples. */
export function valuesAt(root: Form, path: readonly string[]): { readonly words: readonly string[]; readonly examples: readonly string[] } {
  const forms = formsAt(root, path)
  const words = forms.flatMap(form => [...(form.enum ?? []), ...(has(form, 'boolean') ? [true, false] : [])])
  const examples = forms.flatMap(form => form.examples ?? []).flatMap(example => (Array.isArray(example) ? example : [example]))
  return { words: texts(words), examples: texts(examples).filter(example => !texts(words).includes(example)) }
}

/** Whether a mapping stands below the key. */
export const holdsKeys = (root: Form, path: readonly string[]): boolean =>
  formsAt(root, path).some(({ properties, additionalProperties }) => properties !== undefined || typeof additionalProperties === 'object')

export const has = ({ type }: Form, name: string): boolean => [type].flat().includes(name)

const texts = (values: readonly unknown[]): readonly string[] => [
  ...new Set(values.filter(value => value !== null && typeof value !== 'object').map(String)),
]
