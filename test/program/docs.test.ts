import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'
import { bridge, workplace } from './program.ts'

const { folder, put } = workplace()
put('bin/.keep', '')
symlinkSync(join(root, 'dist/netglot.cjs'), join(folder, 'bin/netglot'))

/** format-docs.test.ts runs those of the one; the other's want a folder of hosts, below. */
const others = ['docs/formats.md', 'docs/fleet.md']

const run = (commands: string, cwd = folder) =>
  spawnSync('sh', ['-e', '-c', commands], {
    cwd,
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    encoding: 'utf8',
  })
const blockOf = (page: string, language: string, holds: RegExp): string =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/^```(\w*)\n(.*?)^```/gms)].find(
    ([, its, text = '']) => its === language && holds.test(text),
  )?.[2] ?? ''

/** What a person types: blocks of commands of ours alone. */
const examples = ['README.md', ...filesBelow(join(root, 'docs')).map(file => `docs/${file}`)]
  .filter(page => page.endsWith('.md') && !others.includes(page))
  .flatMap(page => {
    const text = readFileSync(join(root, page), 'utf8')
    const [, description = ''] = /^```yaml\n(.*?)^```/ms.exec(text) ?? []
    return [...text.matchAll(/^```sh\n(.*?)^```/gms)].map(([, commands = '']) => ({ page, commands, description }))
  })
  .filter(({ commands }) => /^(?:netglot .*(?:\\\n.*)*\n)+$/.test(commands))

test('there are some', () => expect(examples.length).toBeGreaterThan(15))

test.each(examples)('$page: $commands', ({ commands, description }) => {
  put('host.yaml', description)
  const { status, stderr } = run(commands)
  expect(stderr).not.toMatch(/^error/m)
  expect(status).toBe(0)
})

describe('the page of fleets', () => {
  const page = 'docs/fleet.md'

  test('renders the hosts of its table', () => {
    put('fleet/base.yaml', blockOf(page, 'yaml', /^network:/))
    put('fleet/hosts/hosts.csv', blockOf(page, 'text', /^host,/))
    const { status, stderr } = run(blockOf(page, 'sh', /^netglot render/), join(folder, 'fleet'))
    expect({ status, errors: stderr.match(/^error.*/gm) }).toEqual({ status: 0, errors: null })
    const made = (host: string): string => readFileSync(join(folder, `fleet/out/${host}/etc/network/interfaces`), 'utf8')
    expect(made('web1')).toMatch(/address 192\.0\.2\.11\/24\n.*gateway 192\.0\.2\.1\n/s)
    expect(made('web2')).toContain('mtu 9000')
  })

  test('hands Ansible a command that there is', () => {
    const [, words = ''] = /argv: \[(.*)\]/.exec(blockOf(page, 'yaml', /argv:/)) ?? []
    const site = words.replace(/"sites\/.*?\}\}"/, 'hosts').replace(/"\/srv.*?"/, 'sites')
    const { status, stderr } = run(site.replaceAll(',', ''), join(folder, 'fleet'))
    expect({ status, errors: stderr.match(/^error.*/gm) }).toEqual({ status: 0, errors: null })
  })

  test('then says that nothing is wrong and nothing would change', () => {
    const { status, stdout, stderr } = run(blockOf(page, 'sh', /^netglot check/), join(folder, 'fleet'))
    expect({ status, stdout, errors: stderr.match(/^error.*/gm) }).toEqual({ status: 0, stdout: '', errors: null })
  })
})

test('the README’s first command prints the bridge', () => {
  const [, command = ''] = /npm ci && npx (netglot render .*)/.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? []
  const { status, stdout } = run(command, root)
  expect(status).toBe(0)
  expect(stdout).toContain('iface br0 inet dhcp')
})

test('the program of the page of pictures draws one', () => {
  const program = blockOf('docs/graph.md', 'js', /draw/)
  put('node_modules/.keep', '')
  symlinkSync(root, join(folder, 'node_modules/netglot'))
  put(
    'draw.mjs',
    `const text = ${JSON.stringify(bridge)}\n${program.replace('await svg(', 'console.log(await svg(').replace("'My host' })", "'My host' }))")}`,
  )
  const { status, stdout, stderr } = run('node draw.mjs')
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^<svg.*My host.*br0/s)
})
