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

test('the local hook of the page runs, on what it is for', () => {
  const [, text = ''] = /^```yaml\n(repos:.*?)^```/ms.exec(readFileSync(join(root, 'docs/program.md'), 'utf8')) ?? []
  const { repos } = parse(text) as { readonly repos: readonly [{ readonly hooks: readonly [Hook] }] }
  const [{ entry, files, language }] = repos[0].hooks
  expect(language).toBe('system')
  for (const name of ['hosts/web.yaml', 'hosts/lan/db.yaml']) expect(name).toMatch(new RegExp(files))
  const [, ...args] = entry.split(' ')
  expect(netglot([...args, put('hosts/web.yaml', bridge)]).status).toBe(0)
  expect(netglot([...args, put('hosts/db.yaml', bridge.replace('true', 'maybe'))]).status).toBe(1)
})
