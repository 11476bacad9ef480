import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { render } from '../../src/index.ts'
import { jsonSchema } from '../../src/reference/json-schema.ts'
import { allKeys } from '../../src/reference/keys.ts'
import { baseFor, type LeafPath, put, type Value } from '../../src/reference/leaf-bases.ts'
import { schemaLeaves } from '../../src/reference/schema-leaves.ts'
import { corpus } from '../differential/corpus.ts'
import { root } from '../fixtures.ts'

// A format is a hint that validators may pass over, and draft 7 lets everyone add one.
const validate = new Ajv({ strict: true, allowUnionTypes: true, validateFormats: false }).compile(jsonSchema())

/** What the schema has against a description; undefined where it takes it. */
const refusal = (tree: unknown): string | undefined => {
  if (validate(tree)) return undefined
  const [error] = validate.errors ?? []
  return `${error?.instancePath}: ${error?.message}`
}

interface File {
  readonly name: string
  readonly text: string
}

const yamlBelow = (folder: string): readonly File[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.yaml'))
    .map(file => ({ name: join(folder, file), text: readFileSync(join(root, folder, file), 'utf8') }))

/** As an editor reads it: with YAML's own types. */
const asTyped = ({ text }: File): unknown => parse(text, { uniqueKeys: false })
/** As if every scalar stood in quotes. */
const asQuoted = ({ text }: File): unknown => parse(text, { schema: 'failsafe', uniqueKeys: false })

const hasNull = (tree: unknown): boolean => tree === null || (typeof tree === 'object' && Object.values(tree as object).some(hasNull))

/** The codes of what is wrong with a file by itself. */
const errorsOf = (file: File) => render([file], { targets: [] }).diagnostics.filter(d => d.severity === 'error')
const codesOf = (file: File): readonly string[] => errorsOf(file).map(d => d.code)

/** What the schema can see in one file: what a mapping lacks may stand in another file, but not what an item of a list lacks. */
const isSeen = ({ code, path }: ReturnType<typeof errorsOf>[number]): boolean =>
  /^NG200[12]$/.test(code) || (code === 'NG2004' && /\]\.[^.\]]+$/.test(path))

const files = yamlBelow('fixtures')
const right = files.filter(file => !codesOf(file).some(code => /^NG[12]/.test(code)))
const parts = corpus.flatMap(entry => entry.source.map(({ name, text }) => ({ name: `${entry.name} ${name}`, text })))

describe('what is right is taken', () => {
  test.each([
    ['fixtures, the YAML for netplan among them', right],
    ['files of the corpus, those that others complete among them', parts],
  ])('%s', (_what, some) => {
    expect(some.length).toBeGreaterThan(50)
    expect(some.map(file => [file.name, refusal(asTyped(file))]).filter(([, why]) => why !== undefined)).toEqual([])
    const quoted = some.filter(file => !hasNull(asTyped(file)))
    expect(quoted.map(file => [file.name, refusal(asQuoted(file))]).filter(([, why]) => why !== undefined)).toEqual([])
  })

  test('truth in every word, numbers with zeros before them, nulls', () => {
    const text = 'network: {version: 2, ethernets: {1: {dhcp4: yes, dhcp6: Off, mtu: "1400", alias: 12, optional: ~, nameservers: }}}'
    expect(refusal(parse(text))).toBeUndefined()
    expect(refusal(parse(text, { version: '1.1' }))).toBeUndefined()
    expect(refusal(parse('network: {wifis: {wlan0: {regulatory-domain: 00, access-points: {x: {password: 12345678}}}}}'))).toBeUndefined()
  })
})

describe('what is wrong is refused', () => {
  // A null is a removal, and nobody can tell it from nothing after a colon.
  const wrong = files.filter(file => errorsOf(file).some(isSeen) && !hasNull(asTyped(file)))

  test('unknown keys, wrong shapes and keys that are missing, of every fixture', () => {
    expect(wrong.length).toBeGreaterThan(10)
    expect(wrong.filter(file => refusal(asTyped(file)) === undefined).map(file => file.name)).toEqual([])
  })

  test('wrong values, wherever they don’t take arithmetic', () => {
    const values = files.filter(file => file.name.includes('/refused/') && codesOf(file).includes('NG2003'))
    const seen = values.filter(file => refusal(asTyped(file)) !== undefined)
    expect(seen.length / values.length).toBeGreaterThan(0.6)
  })
})

/** A text as YAML types it without quotes. */
const typed = (value: Value): unknown => {
  if (Array.isArray(value)) return value.map(typed)
  if (typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typed(inner)]))
  const plain: unknown = /^[\w.+-]+$/.test(value as string) ? parse(value as string) : value
  return typeof plain === 'number' || typeof plain === 'boolean' ? plain : value
}

const kinds = new Map(allKeys().map(key => [key.path, key.value]))

describe.each(schemaLeaves().map(leaf => ({ leaf, name: leaf.key })))('$name', ({ leaf: { path, key, examples, words } }) => {
  const description = (value: Value, at: LeafPath = path): Value => ({ network: put(baseFor(path), at, value) ?? {} })

  test('takes its examples and its words, quoted or not', () => {
    for (const value of [...examples, ...words]) {
      expect(refusal(description(value))).toBeUndefined()
      expect(refusal(typed(description(value)))).toBeUndefined()
    }
  })

  test('refuses what it can’t be', () => {
    if (words.length > 0 || kinds.get(key)?.startsWith('a whole number')) expect(refusal(description('never!'))).toBeDefined()
    expect(refusal(description({ 'no such': ['thing'] }))).toBeDefined()
    expect(refusal(description([['a list'], ['of lists']]))).toBeDefined()
    if (!key.endsWith('*')) expect(refusal(description('x', [...path.slice(0, -1), 'no-such-key']))).toBeDefined()
  })
})
