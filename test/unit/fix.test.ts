import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Parser } from 'yaml'
import { applyFix, fixAll, fixEdits, render, type Source } from '../../src/index.ts'
import { filesBelow, root } from '../fixtures.ts'

const one = (text: string): Source => [{ name: 'host.yaml', text }]
const diagnosed = (source: Source) => render(source, { targets: [] }).diagnostics

const below = (folder: string, pattern: RegExp) =>
  filesBelow(join(root, folder))
    .filter(file => pattern.test(file))
    .map(file => ({ name: `${folder}/${file}`, text: readFileSync(join(root, folder, file), 'utf8') }))

const right = [...below('fixtures', /\/input\.yaml$/), ...below('fixtures/lint', /fine\.yaml$/)]
const wrong = [
  ...right.filter(({ text }) => diagnosed(one(text)).some(({ fix }) => fix !== undefined)),
  ...below('fixtures/lint', /description\.yaml$/),
  ...below('fixtures/refused', /\.yaml$/),
]

/** The comments of a text, in order. */
const comments = (text: string): readonly string[] => {
  const found: string[] = []
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('type' in value && value.type === 'comment' && 'source' in value) found.push(String(value.source))
    for (const inner of Object.values(value)) visit(inner)
  }
  for (const token of new Parser().parse(text)) visit(token)
  return found
}

describe('what a fix writes', () => {
  const folder = join(root, 'fixtures/fixes')
  test.each(readdirSync(folder).filter(name => name.endsWith('.before.yaml')))('%s', async name => {
    const { source, fixed } = fixAll(one(readFileSync(join(folder, name), 'utf8')))
    const told = fixed.map(d => `# ${d.code}: ${d.fix?.title}\n`).join('')
    await expect(`${source[0]?.text}${told}`).toMatchFileSnapshot(join(folder, name.replace('before', 'after')))
  })
})

describe('after all fixes', () => {
  test.each(wrong)('$name', ({ text }) => {
    const before = one(text)
    const { source, fixed } = fixAll(before)
    const errors = (all: ReturnType<typeof diagnosed>) => all.filter(d => d.severity === 'error').length
    for (const d of fixed)
      expect(diagnosed(source).some(o => o.code === d.code && o.path === d.path && o.message === d.message)).toBe(false)
    if (fixed.length === 0) expect(source).toBe(before)
    else expect(errors(diagnosed(source))).toBeLessThanOrEqual(errors(diagnosed(before)))
    expect(fixAll(source).fixed).toEqual([])
    expect(comments(source[0]?.text ?? '')).toEqual(comments(text))
  })
})

test('edits are the fix as the editor of a page takes it', () => {
  for (const { text } of wrong)
    for (const { fix } of diagnosed(one(text))) {
      const edits = fix && fixEdits(one(text), fix)
      const edited = edits?.reduce((t, { from, to, text: by }) => t.slice(0, from) + by + t.slice(to), text)
      expect(edited).toBe(fix && applyFix(one(text), fix)?.[0]?.text)
    }
})

test('of several files the one that says it is edited', () => {
  const files: Source = [
    { name: 'a.yaml', text: 'network: {ethernets: {eno1: {}}}\n' },
    { name: 'b.yaml', text: 'network:\n  bridges:\n    br0:\n      ports: [eno1] # cable\n' },
  ]
  expect(fixAll(files).source.map(({ text }) => text)).toEqual([
    files[0]?.text,
    'network:\n  bridges:\n    br0:\n      interfaces: [eno1] # cable\n',
  ])
})

test('what stands behind an alias is for people', () => {
  const text = 'network:\n  ethernets:\n    eno1: &nic\n      dhcp-4: true\n    eno2: *nic\n'
  const [diagnostic] = diagnosed(one(text))
  expect(diagnostic?.fix).toBeDefined()
  expect(diagnostic?.fix && fixEdits(one(text), diagnostic.fix)).toBeUndefined()
})

/** Ways in which people write a key that is meant. */
const slips: readonly ((key: string) => string)[] = [
  key => key.replaceAll('-', '_'),
  key => key.replaceAll('-', ''),
  key => key[0]?.toUpperCase() + key.slice(1),
]

const styles: readonly ((text: string) => string)[] = [
  text => text,
  text => text.replaceAll('\n', '\r\n'),
  text => text.replace(/\n$/, ''),
  text => `# first\n${text.replaceAll(/: (\{\}|true|false)$/gm, ': $1   # said')}# last\n`,
]

test('a key that is spelt otherwise is put right, wherever it stands, and nothing else changes', () => {
  const mentioned = ['dhcp4-overrides', 'forward-delay', 'set-name', 'mii-monitor-interval', 'access-points', 'route-metric', 'accept-ra']
  const places = right.flatMap(file => mentioned.filter(key => file.text.includes(`${key}:`)).map(key => ({ ...file, key })))
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...slips), fc.constantFrom(...styles), ({ text, key }, slip, style) => {
      const good = style(text)
      const bad = good.replace(`${key}:`, `${slip(key)}:`)
      fc.pre(bad !== good && diagnosed(one(good)).every(d => d.fix === undefined))
      expect(fixAll(one(bad)).source[0]?.text).toBe(good)
    }),
    { numRuns: 40, seed: 1 },
  )
})
