import type { Argv, CommandModule } from 'yargs'

/** An option as far as it is read here. */
interface Option {
  readonly type?: unknown
  readonly alias?: unknown
  readonly choices?: readonly unknown[]
  readonly default?: unknown
}

type Options = ReadonlyMap<string, Option>
export type Arguments = Readonly<Record<string, unknown>>

/** What a builder may say of an option and be read here. */
const known = new Set(['type', 'alias', 'choices', 'default', 'describe', 'hidden'])
const withoutEffect = new Set(['positional', 'example', 'epilogue'])

/**
 * The arguments of a command as yargs would give them, where nothing about them is special; else undefined, and yargs has to read them.
 * To load yargs takes longer than to render a small description, and most command lines are plain. The options are those of the builder.
 */
export function quickArguments(words: readonly string[], { command, builder }: CommandModule<object, never>): Arguments | undefined {
  const options = typeof builder === 'function' ? optionsOf(builder as (yargs: Argv) => unknown) : undefined
  const [, files] = /^\w+ \[(\w+)\.\.\.\]$/.exec(String(command)) ?? []
  return options === undefined || files === undefined ? undefined : read(words, options, files)
}

/** The options that a builder declares, recorded by a stand-in for yargs; undefined when it asks for more than options. */
function optionsOf(builder: (yargs: Argv) => unknown): Options | undefined {
  const options = new Map<string, Option>()
  let plain = true
  const recorder: unknown = new Proxy(
    {},
    {
      get: (_, method) => (name: string, option: Option) => {
        if (method === 'option' && Object.keys(option).every(key => known.has(key))) options.set(name, option)
        else if (typeof method !== 'string' || !withoutEffect.has(method)) plain = false
        return recorder
      },
    },
  )
  builder(recorder as Argv)
  return plain ? options : undefined
}

/** What one or two words say. */
interface Step {
  readonly name: string
  readonly value: string | boolean
  readonly taken: number
}

function read(words: readonly string[], options: Options, files: string): Arguments | undefined {
  const given = new Map<string, unknown>([...options].filter(([, o]) => o.default !== undefined).map(([name, o]) => [name, o.default]))
  const said = new Map<string, (string | boolean)[]>([[files, []]])
  for (let i = 0; i < words.length; ) {
    const step = stepOf(words[i] ?? '', words[i + 1], options, files)
    if (step === undefined) return undefined
    said.set(step.name, [...(said.get(step.name) ?? []), step.value])
    i += step.taken
  }
  const isList = (name: string): boolean => name === files || (options.get(name)?.type === 'string' && !options.get(name)?.choices)
  if ([...said].some(([name, values]) => values.length > 1 && !isList(name))) return undefined
  for (const [name, values] of said) given.set(name, name === files || values.length > 1 ? values : values[0])
  return Object.fromEntries(given)
}

/** The option or file that a word is, with its value; undefined where yargs has rules of its own. */
const stepOf = (word: string, next: string | undefined, options: Options, files: string): Step | undefined => {
  if (word === '' || /^['"]/.test(word)) return undefined
  if (!word.startsWith('-') || word === '-') return { name: files, value: word, taken: 1 }
  const name = nameOf(word, options)
  const option = options.get(name ?? '')
  if (name === undefined || option === undefined) return undefined
  return option.type === 'boolean' ? flag(name, word, next) : valued(name, option, word, next)
}

const flag = (name: string, word: string, next = ''): Step | undefined =>
  word.includes('=') || next === 'true' || next === 'false' ? undefined : { name, value: true, taken: 1 }

/** The value after the equals sign, or the next word. */
const valued = (name: string, option: Option, word: string, next: string | undefined): Step | undefined => {
  const inside = word.includes('=')
  const value = inside ? word.slice(word.indexOf('=') + 1) : next
  return value !== undefined && isPlain(value, inside, option) ? { name, value, taken: inside ? 1 : 2 } : undefined
}

const nameOf = (word: string, options: Options): string | undefined => {
  const [, long] = /^--([^=]+)/.exec(word) ?? []
  if (long !== undefined) return options.has(long) ? long : undefined
  return [...options].find(([, { alias }]) => word === `-${String(alias)}`)?.[0]
}

const isPlain = (value: string, inside: boolean, { type, choices }: Option): boolean => {
  if (value === '' || /^['"]/.test(value) || (!inside && value.startsWith('-'))) return false
  return choices === undefined ? type === 'string' : choices.includes(value)
}
