import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnyYaml } from '../../src/description/any-yaml.ts'
import { guard } from '../../src/description/guard.ts'
import type { Node } from '../../src/description/node.ts'
import { readPlainYaml } from '../../src/description/plain-yaml.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { filesBelow, root } from '../fixtures.ts'

const file = (text: string) => ({ name: 'input.yaml', text })

/** The tree with all positions, and what was said of it. */
const whole = (text: string): { readonly node: Node | undefined; readonly findings: number } => {
  const report = new Report()
  const node = guard(file(text), report) ? readAnyYaml(file(text), report) : undefined
  return { node, findings: report.findings.length }
}

test('the files of people are read by the quick reader, as the whole parser reads them', () => {
  const names = filesBelow(join(root, 'fixtures')).filter(name => /(input|corpus.*)\.yaml$/.test(name))
  const texts = names.map(name => readFileSync(join(root, 'fixtures', name), 'utf8'))
  const quick = texts.filter(text => readPlainYaml(file(text)) !== undefined)
  expect(quick.length).toBeGreaterThan(texts.length * 0.9)
  for (const text of quick) expect({ node: readPlainYaml(file(text)), findings: 0 }).toEqual(whole(text))
})

const words = [
  'a',
  'b',
  'c1',
  '10.0.0.1/24',
  'fe80::1',
  '"q"',
  "'q'",
  '"2001:db8::1/64"',
  '~',
  '-1',
  'x y',
  'a#b',
  'a: b',
  '{}',
  '[]',
  '[a, b]',
  '{a: b}',
  '{a: [b, {c: d}]}',
]
const signs = [
  '- ',
  '-',
  ': ',
  ':',
  ', ',
  ',',
  '[',
  ']',
  '{',
  '}',
  '#',
  ' # c',
  '\n',
  '\n  ',
  '\n    ',
  '\n\n',
  '  ',
  ' ',
  "''",
  '""',
  '\\',
  '*a',
  '&a ',
  '!!str ',
  '? ',
  '| ',
  '>',
  '<<',
  '__proto__',
  'é',
  '\u00a0',
  '...',
  '---',
  '%',
]

const pad = (depth: number): string => ' '.repeat(depth)
const end = fc.constantFrom('', '', '', '', ' ', '  # c', '\n', '\n\n# c', '\n      # c')

/** A collection of lines so far from the margin, and now and then a line of it that is not as it should be. */
const collection = (depth: number): fc.Arbitrary<string> => {
  const text = fc.tuple(fc.constantFrom(...words), end).map(parts => ` ${parts.join('')}\n`)
  const deeper = (by: number) =>
    fc.tuple(end, fc.constantFrom(by, by, by, 2, 5, 0)).chain(([e, more]) => collection(depth + more).map(c => `${e}\n${c}`))
  const value = depth > 4 ? text : fc.oneof({ weight: 3, arbitrary: text }, deeper(2))
  const pair = fc
    .tuple(fc.constantFrom('a', 'b', 'c', '"d"', 'e f', 'g:h', '- i', '-  j'), value)
    .map(([key, v]) => `${pad(depth)}${key}:${v}`)
  const item = fc.tuple(fc.constantFrom('-', '-', '-  '), text).map(([dash, v]) => `${pad(depth)}${dash}${v}`)
  const lines = (line: fc.Arbitrary<string>) => fc.array(line, { minLength: 1, maxLength: 3 }).map(all => all.join(''))
  return fc.oneof(lines(pair), lines(item))
}
const tokens = fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom(...signs)), { maxLength: 14 }).map(all => all.join(''))

test.each([
  ['collections', collection(0)],
  ['tokens', tokens],
  ['keys and tokens', tokens.map(text => `a: ${text}\n`)],
  ['braces and tokens', tokens.map(text => `{a: ${text}}`)],
  ['lists and tokens', tokens.map(text => `a:\n  - ${text}\n`)],
])('what the quick reader takes of %s, the whole parser takes just so', (_, texts) => {
  const { RUNS = '1', SEED = '20' } = process.env
  let taken = 0
  const property = fc.property(texts, text => {
    const quick = readPlainYaml(file(text))
    if (quick === undefined) return
    taken++
    expect({ node: quick, findings: 0 }).toEqual(whole(text))
  })
  fc.assert(property, { numRuns: 3000 * Number(RUNS), seed: Number(SEED) })
  expect(taken).toBeGreaterThan(100)
})
