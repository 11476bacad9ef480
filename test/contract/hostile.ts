import * as fc from 'fast-check'
import { baseFor, type Mapping, put, type Value } from '../../src/reference/leaf-bases.ts'
import { schemaLeaves } from '../../src/reference/schema-leaves.ts'

const nasty = [
  'a\nup reboot',
  'a\r\n[Match]\nName=*',
  '$(reboot)',
  '`reboot`',
  '$IFS',
  '%n%i%%',
  '# comment',
  'a # b',
  'a;b;',
  "it's",
  '"quoted"',
  '\\',
  'a\\',
  '\\n',
  ' blank at both ends ',
  '=',
  'a=b',
  '[Section]',
  '{}',
  'null',
  '~',
  '-rf',
  '..',
  '../../etc/passwd',
  '*',
  '&anchor',
  '!tag',
  'ünïcödé 🦊',
  '\u202Eltr',
  '\u2028',
  '\uFEFF',
  '\uD800',
  '\0',
  '\u0001\u0031\u0002',
  '\u001b[31m',
  '\u0085',
  '__proto__',
  'constructor',
  '',
  'x'.repeat(5000),
] as const

/** Texts that break out of what is written carelessly. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.tuple(fc.string({ maxLength: 8 }), fc.constantFrom(...nasty), fc.string({ maxLength: 8 })).map(parts => parts.join('')),
)

/** Texts that a description may hold where it takes any: no control characters, at least one and at most so many bytes. */
export const visibleText = (most: number): fc.Arbitrary<string> =>
  hostileText.filter(
    text =>
      text !== '' &&
      text !== '__proto__' &&
      Buffer.byteLength(text) <= most &&
      !/[\p{Cs}\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u.test(text),
  )

const anything: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    hostileText,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(hostileText, fc.constantFrom('to', 'name', 'password', 'stp')), tie('value'), { maxKeys: 3 }),
  ),
})).value

const leaves = schemaLeaves()

const renamed = (network: Mapping, from: string, to: string): Mapping =>
  JSON.parse(JSON.stringify(network).replaceAll(JSON.stringify(from), () => JSON.stringify(to))) as Mapping

/** Descriptions out of the schema's keys: right, nearly right and hostile values, and names of all sorts. */
export const descriptions: fc.Arbitrary<Mapping> = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom(...leaves), fc.oneof({ weight: 16, arbitrary: fc.constant(undefined) }, hostileText, anything)), {
      minLength: 1,
      maxLength: 12,
    }),
    fc.option(fc.tuple(fc.constantFrom('br0', 'eno1', 'wlan0', 'tap0', 'homenet'), hostileText), { nil: undefined, freq: 3 }),
  )
  .map(([picked, names]) => {
    const network = picked.reduce<Mapping>(
      (into, [leaf, value]) => (put(merged(into, baseFor(leaf.path)), leaf.path, value ?? leaf.examples[0]) ?? {}) as Mapping,
      {},
    )
    return names === undefined ? network : renamed(network, ...names)
  })

/** The second beside the first, which wins. */
const merged = (a: Mapping, b: Mapping): Mapping => {
  const both: Record<string, Value> = { ...b, ...a }
  for (const [key, value] of Object.entries(b)) {
    const old = a[key]
    if (isMapping(old) && isMapping(value)) both[key] = merged(old, value)
  }
  return both
}

const isMapping = (value: Value | undefined): value is Mapping => typeof value === 'object' && !Array.isArray(value)
