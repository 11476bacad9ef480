import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { netglot, workplace } from './program.ts'

const { folder, put } = workplace()

/** The commands of the way back on Alpine, with a folder in place of the machine and without the ten minutes. */
function commands(machine: string): readonly string[] {
  put('lease.yaml', 'network:\n  ethernets:\n    eth0: {dhcp6: true}\n')
  const { stderr } = netglot(['render', 'lease.yaml', '-t', 'ifupdown-ng'], { cwd: folder })
  expect(stderr).not.toMatch(/systemctl|systemd/)
  const lines = stderr.split('\n')
  const first = lines.findIndex(line => line.includes('remote?    first of all')) + 1
  const after = /when all is well: (.*)$/m.exec(stderr)?.[1] ?? ''
  return [...lines.slice(first, first + 2), after].map(line =>
    line.replaceAll(/(^|[\s>])\/(?=etc|root)/g, `$1${machine}/`).replace('sleep 600', 'sleep 1'),
  )
}

/** A machine with its old file; the programs that change more than files only leave a trace. */
function machine(name: string): string {
  const path = join(folder, name)
  for (const below of ['etc/network', 'etc/local.d', 'root', 'bin']) mkdirSync(join(path, below), { recursive: true })
  writeFileSync(join(path, 'etc/network/interfaces'), 'old\n')
  for (const program of ['rc-update', 'reboot'])
    writeFileSync(join(path, 'bin', program), `#!/bin/sh\necho ${program} "$@" >>${path}/trace\n`, { mode: 0o755 })
  return path
}

const run = (path: string, command: string): void => {
  execFileSync('sh', ['-c', command], { env: { ...process.env, PATH: `${path}/bin:${process.env.PATH}` }, stdio: 'ignore' })
}

const change = (path: string): void => {
  writeFileSync(join(path, 'etc/network/interfaces'), 'new\n')
  writeFileSync(join(path, 'etc/dhcpcd-netglot-eth0.conf'), 'new\n')
}

describe('the way back on Alpine', () => {
  test('puts back what was there, takes away what is new, and reboots', async () => {
    const path = machine('lost')
    const [save = '', start = ''] = commands(path)
    run(path, save)
    run(path, start)
    change(path)
    await expect.poll(() => readFileSync(join(path, 'trace'), 'utf8'), { timeout: 10_000 }).toContain('reboot')
    expect(readFileSync(join(path, 'trace'), 'utf8').trim().split('\n')).toEqual([
      'rc-update add local default',
      'rc-update del networking boot',
      'reboot',
    ])
    expect(readFileSync(join(path, 'etc/network/interfaces'), 'utf8')).toBe('old\n')
    expect(existsSync(join(path, 'etc/dhcpcd-netglot-eth0.conf'))).toBe(false)
    // Or it would come back for ever.
    expect(existsSync(join(path, 'etc/local.d/undo-network.start'))).toBe(false)
  })

  test('is called off by taking its file away', async () => {
    const path = machine('well')
    const [save = '', start = '', after = ''] = commands(path)
    run(path, save)
    run(path, start)
    change(path)
    run(path, after)
    await new Promise(resolve => setTimeout(resolve, 2000))
    expect(readFileSync(join(path, 'trace'), 'utf8')).not.toContain('reboot')
    expect(readFileSync(join(path, 'etc/network/interfaces'), 'utf8')).toBe('new\n')
  })
})
