import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { netglot, type Ran, wifi, workplace } from './program.ts'
import { inject } from './strace.ts'

const { folder, put } = workplace()
const hosts = join(folder, 'hosts')
const out = join(folder, 'out')
const args = ['render', '--fleet', hosts, '-t', 'networkd', '--format', 'ignition', '-o', out]
const run = (...more: readonly string[]): Ran => netglot([...args, ...more])
const document = (name: string): string => join(out, name)

const only = (names: readonly string[], text = wifi): void => {
  rmSync(hosts, { recursive: true, force: true })
  for (const name of names) put(`hosts/${name}.yaml`, text)
}
const anew = (names: readonly string[]): void => {
  rmSync(out, { recursive: true, force: true })
  only(names)
  expect(run().status).toBe(0)
}
const changed = wifi.replace('hunter2hunter2', 'hunter3hunter3')

describe('documents of a fleet', () => {
  test('are written over while they are as netglot wrote them', () => {
    anew(['a', 'b'])
    only(['a', 'b'], changed)
    expect([run('--check').status, run().status, run('--check').status]).toEqual([1, 0, 0])
    expect(statSync(document('a.ign')).mode & 0o777).toBe(0o600)
    expect(statSync(document('.netglot-fleet')).mode & 0o777).toBe(0o600)
  })

  test('that somebody edited stay, and --force keeps a backup', () => {
    anew(['a', 'b'])
    writeFileSync(document('a.ign'), '{"mine": true}\n')
    only(['a', 'b'], changed)
    const { status, stderr } = run()
    expect([status, stderr]).toEqual([1, expect.stringContaining(`NG8102]: ${document('a.ign')} is not netglot's to overwrite`)])
    expect(stderr).toMatch(/One host is bad:\n {2}a {2}/)
    expect([readFileSync(document('a.ign'), 'utf8'), run('--check').status]).toEqual(['{"mine": true}\n', 1])
    expect(run('--force').status).toBe(0)
    expect(readFileSync(document('a.ign.netglot-backup'), 'utf8')).toBe('{"mine": true}\n')
    expect([run().status, readdirSync(out).sort()]).toEqual([0, ['.netglot-fleet', 'a.ign', 'a.ign.netglot-backup', 'b.ign']])
  })

  test('are no reason to touch those of others: neither a file nor a symbolic link', () => {
    rmSync(out, { recursive: true, force: true })
    only(['a', 'b', 'c'])
    mkdirSync(out)
    writeFileSync(document('a.ign'), 'not netglot’s\n')
    symlinkSync('/etc/passwd', document('b.ign'))
    mkdirSync(document('c.ign'))
    const { status, stderr } = run()
    expect(status).toBe(3)
    for (const name of ['a.ign', 'b.ign']) expect(stderr).toContain(`NG8005]: ${document(name)} is in the way`)
    expect(stderr).toContain(`${document('c.ign')} can't be written: it is a directory`)
    only([])
    put('hosts/d.yaml', wifi)
    expect([run('--prune').stderr, readFileSync(document('a.ign'), 'utf8')]).toEqual([
      expect.not.stringContaining('removed'),
      'not netglot’s\n',
    ])
  })

  test('never move onto an older backup', () => {
    anew(['a'])
    writeFileSync(document('a.ign'), 'edited\n')
    writeFileSync(document('a.ign.netglot-backup'), 'older\n')
    only(['a'], changed)
    const { status, stderr } = run('--force')
    expect([status, stderr]).toEqual([3, expect.stringContaining('there is a backup already')])
    expect(readFileSync(document('a.ign'), 'utf8')).toBe('edited\n')
  })

  test('of hosts that left go with --prune, but for what somebody edited', () => {
    anew(['a', 'b', 'c'])
    writeFileSync(document('c.ign'), 'edited\n')
    only(['a'])
    expect(run('--prune', '--check').status).toBe(1)
    expect(run('--prune').stderr).toContain('could not be removed whole: c.ign')
    expect(readdirSync(out).sort()).toEqual(['.netglot-fleet', 'a.ign', 'c.ign'])
    expect(run('--prune').stderr).toContain('could not be removed whole: c.ign')
  })

  test('are still known after a run that was killed, whichever they are', () => {
    anew(['a', 'b', 'c', 'd'])
    only(['a', 'b', 'c', 'd'], changed)
    expect(inject(args, 'rename', 'signal=SIGKILL:when=3').signal).toBe('SIGKILL')
    expect(readFileSync(document('a.ign'), 'utf8')).not.toBe(readFileSync(document('d.ign'), 'utf8'))
    expect(run().stderr).toContain('netglot: 4 hosts, files: ')
    expect([run('--check').status, readdirSync(out).length]).toEqual([0, 5])
  })
})
