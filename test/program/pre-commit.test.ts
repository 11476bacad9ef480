import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { root } from '../fixtures.ts'
import { bridge, netglot, workplace } from './program.ts'

interface Hook {
  readonly id: string
  readonly name: string
  readonly entry: string
  readonly language: string
  readonly files: string
}

const { put } = workplace()
const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as readonly Hook[]

test('there is a hook for each of what is worth to be done before a commit', () => {
  expect(hooks.map(({ id, language }) => `${id} ${language}`)).toEqual(['netglot-check system', 'netglot-fix system', 'netglot-fmt system'])
})

test.each(hooks)('$id runs, with several files', ({ entry, files }) => {
  const names = ['host/netplan/one.yaml', 'netglot/two.yaml']
  for (const name of names) expect(name).toMatch(new RegExp(files))
  expect('compose.yaml').not.toMatch(new RegExp(files))
  const [program, ...args] = entry.split(' ')
  expect(program).toBe('netglot')
  expect(netglot([...args, ...names.map(name => put(name, bridge))]).status).toBe(0)
})
