import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'
import { netglot, workplace } from './program.ts'

const { folder } = workplace()

/** The way back of networkd on the page of a recipe, and the description there. */
const recipes = readdirSync(join(root, 'docs/recipes')).map(page => {
  const text = readFileSync(join(root, 'docs/recipes', page), 'utf8')
  const [, description = ''] = /^```yaml\n(.*?)^```/ms.exec(text) ?? []
  const [, commands = ''] = /keep a way back\n.*?^```\n(.*?)^```/ms.exec(text) ?? []
  const [before = '', after = ''] = commands.split('# when all is well:\n')
  return { page, description, before, after: after.trim() }
})

/** Programs that only leave a trace; what systemd-run would run in ten minutes is kept. */
const programs: Readonly<Record<string, string>> = {
  systemctl: 'echo systemctl "$@" >>$M/trace',
  'update-initramfs': 'echo update-initramfs "$@" >>$M/trace',
  'systemd-run': 'for last; do :; done; echo "$last" >$M/root/undo-network',
}

const machine = (name: string): string => {
  const path = join(folder, name)
  for (const below of ['etc/systemd/system', 'root', 'bin']) mkdirSync(join(path, below), { recursive: true })
  writeFileSync(join(path, 'etc/old'), 'old\n')
  for (const [program, does] of Object.entries(programs)) writeFileSync(join(path, 'bin', program), `#!/bin/sh\n${does}\n`, { mode: 0o755 })
  return path
}

const run = (path: string, commands: string): void => {
  const there = commands.replaceAll(/(^|[\s>='])\/(?=etc|root)/gm, `$1${path}/`)
  execFileSync('sh', ['-e', '-c', there], { env: { ...process.env, M: path, PATH: `${path}/bin:${process.env.PATH}` } })
}

const contents = (path: string): object =>
  Object.fromEntries(filesBelow(join(path, 'etc')).map(file => [file, readFileSync(join(path, 'etc', file), 'utf8')]))

describe.each(recipes)('the way back of $page', ({ page, description, before, after }) => {
  const path = machine(page)
  const old = contents(path)

  test('is prepared before anything else', () => {
    run(path, before)
    expect(existsSync(join(path, 'root/undo-network'))).toBe(true)
    expect(existsSync(join(path, 'root/etc.before/old'))).toBe(true)
  })

  test('takes away every file that the change brings, puts back what it replaced, and itself goes', () => {
    const made = join(folder, `${page}-made`)
    const { status, stderr } = netglot(['render', '-', '-t', 'networkd', '--root', made, '--group', 'systemd-network=998'], {
      input: description,
    })
    expect(status, stderr).toBe(0)
    const files = filesBelow(join(made, 'etc'))
    expect(files.length).toBeGreaterThan(0)
    for (const file of [...files, 'old']) {
      mkdirSync(dirname(join(path, 'etc', file)), { recursive: true })
      writeFileSync(join(path, 'etc', file), 'new\n')
    }
    rmSync(join(path, 'trace'), { force: true })
    run(path, readFileSync(join(path, 'root/undo-network'), 'utf8'))
    expect(contents(path)).toEqual(old)
    const trace = readFileSync(join(path, 'trace'), 'utf8').trim().split('\n')
    expect(trace.filter(line => line.startsWith('systemctl disable systemd-networkd.service'))).toHaveLength(1)
    expect(trace.at(-1)).toBe('systemctl reboot')
  })

  test('is called off by its timer', () => expect(after).toMatch(/^systemctl (?:stop|disable --now) undo-network\.timer$/))
})
