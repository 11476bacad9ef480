import { spawnSync } from 'node:child_process'
import { readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'
import { workplace } from './program.ts'

const { folder, put } = workplace()
put('bin/.keep', '')
symlinkSync(join(root, 'dist/netglot.cjs'), join(folder, 'bin/netglot'))

/** format-docs.test.ts runs those of the one; the other's want a folder of hosts. */
const others = ['docs/formats.md', 'docs/fleet.md']

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
  const { status, stderr } = spawnSync('sh', ['-e', '-c', commands], {
    cwd: folder,
    env: { PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
    encoding: 'utf8',
  })
  expect(stderr).not.toMatch(/^error/m)
  expect(status).toBe(0)
})
