import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete'
import { type Form, holdsKeys, keysAt, valuesAt } from './schema-walk.ts'
import { deviceNames, placeAt, type YamlPlace } from './yaml-place.ts'

/** Keys whose values are names of devices. */
const references: ReadonlySet<string> = new Set(['interfaces', 'link', 'primary', 'macaddress-from', 'peer'])

/** Completes keys and values by the JSON Schema of a description, and names of devices. */
export const completeBy =
  (schema: Form): CompletionSource =>
  (context: CompletionContext): CompletionResult | null => {
    const line = context.state.doc.lineAt(context.pos)
    const lines = context.state.doc.toString().split('\n')
    const place = placeAt(lines, line.number - 1, line.text.slice(0, context.pos - line.from))
    if (place === undefined || (place.word === '' && !context.explicit && place.wants === 'key')) return null
    const options =
      place.wants === 'key'
        ? [...keys(schema, place), ...(place.column < 0 ? [] : items(schema, place, lines))]
        : values(schema, place, lines)
    return options.length === 0 ? null : { from: context.pos - place.word.length, options, validFor: /^[\w./:-]*$/ }
  }

const keys = (schema: Form, { path, column }: YamlPlace): readonly Completion[] =>
  keysAt(schema, path).map(([name, { description }]) => {
    const below = column >= 0 && holdsKeys(schema, [...path, name])
    return {
      label: name,
      type: 'property',
      apply: below ? `${name}:\n${' '.repeat(column + 2)}` : `${name}: `,
      ...(description === undefined ? {} : { info: description }),
    }
  })

/** In a block list what a bare word stands for is an item. */
const items = (schema: Form, place: YamlPlace, lines: readonly string[]): readonly Completion[] =>
  place.path.length > 1 && keysAt(schema, place.path).length === 0 ? values(schema, place, lines) : []

const values = (schema: Form, { path }: YamlPlace, lines: readonly string[]): readonly Completion[] => {
  const { words, examples } = valuesAt(schema, path)
  const devices = references.has(path.at(-1) ?? '') ? deviceNames(lines) : []
  return [
    ...devices.map(([label, detail]) => ({ label, detail, type: 'variable', boost: 2 })),
    ...words.map(label => ({ label, type: 'enum', boost: 1 })),
    ...(devices.length > 0 ? [] : examples.map(label => ({ label, detail: 'example', type: 'text' }))),
  ]
}
