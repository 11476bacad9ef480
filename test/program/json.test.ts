import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { netglot } from './program.ts'

const page = readFileSync(join(root, 'docs/program.md'), 'utf8')

/** The names of all fields, at any depth. */
const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(namesIn)
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, field]) => [name, ...namesIn(field)])
      : []

test.each([
  { args: ['render', 'fixtures/origin/4-rename/input.yaml', '-t', 'all', '--format', 'json'] },
  { args: ['check', 'fixtures/lint/NG4006-duplicate-address/description.yaml', '--format', 'json'] },
  { args: ['diff', 'fixtures/origin/4-rename/input.yaml', '-t', 'networkd', '--root', 'fixtures', '--format', 'json'] },
  { args: ['render', 'fixtures/origin/4-rename/input.yaml', '-t', 'networkd', '--root', 'fixtures', '--check', '--format', 'json'] },
  { args: ['targets', '--format', 'json'] },
])('$args.0 has no field in its JSON that docs/program.md leaves out', ({ args }) => {
  const names = new Set(namesIn(JSON.parse(netglot(args).stdout)))
  expect(names.size).toBeGreaterThan(5)
  expect([...names].filter(name => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([])
})
