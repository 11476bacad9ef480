import { execFileSync } from 'node:child_process'
import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { netglot, type Ran, wifi, workplace } from './program.ts'
import { treeOf } from './write-below.ts'

const { folder, put } = workplace()
const hosts = join(folder, 'hosts')
const out = join(folder, 'out')
const base = put('base.yaml', 'network:\n  ethernets:\n    eno1:\n      addresses: ["${ip}/24"]\n')
put('hosts/hosts.csv', 'host,ip\nweb1,10.0.0.1\nweb2,10.0.0.2\nweb3,\n')
put('hosts/ap1.yaml', wifi)
put('hosts/web2.yaml', 'network: {ethernets: {eno1: {mut: 9000}}}\n')

const check = (...args: readonly string[]): Ran => netglot(['check', base, '--fleet', hosts, '-t', 'networkd', ...args])

describe('check of a fleet', () => {
  test('tells what is wrong with which host, and threads change nothing', () => {
    const { status, stdout, stderr } = check()
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toContain('ap1:\n\nerror[NG8301]: the variable ip has no value for this host\n')
    expect(stderr).toMatch(/netglot: 4 hosts\n3 hosts are bad:\n {2}ap1 .*NG8301.*\n {2}web2 .*no key `mut`.*\n {2}web3 .*\n$/)
    expect(check('--jobs', '3').stderr).toBe(stderr)
  })

  test('what is wrong with what all share is told once, and every host is listed', () => {
    const wrong = put('wrong.yaml', 'network:\n  ethernets:\n    eno1:\n      mut: 9000\n      addresses: ["10.0.0.1/24"]\n')
    const { status, stderr } = netglot(['check', wrong, '--fleet', hosts, '-t', 'networkd'])
    expect([status, stderr.split('mut: 9000\n').length - 1]).toEqual([1, 1])
    expect(stderr).toMatch(/^ap1:\n\nerror(?:.*\n)*4 hosts are bad:\n(?: {2}.*mut.*\n){4}$/)
  })

  test('as JSON is a line a host, and one of the whole', () => {
    const lines = check('--format', 'json').stdout.trimEnd().split('\n')
    const all = lines.map(line => JSON.parse(line) as { host?: string; targets?: object; diagnostics: { code: string }[]; fleet?: object })
    expect(all.map(({ host }) => host)).toEqual(['ap1', 'web1', 'web2', 'web3', undefined])
    expect(all.map(({ targets }) => targets)).toEqual(all.map(() => undefined))
    expect(all.at(-1)?.fleet).toMatchObject({ hosts: 4, bad: [{ host: 'ap1' }, { host: 'web2' }, { host: 'web3' }] })
  })

  test('as a report says once what hosts have in common', () => {
    const github = check('--format', 'github')
    expect([github.status, github.stdout.split('\n').filter(line => line.includes('NG8301'))]).toEqual([
      1,
      [
        expect.stringContaining(
          `file=${base},line=4,endLine=4,col=19,endColumn=29::the variable ip has no value for this host (ap1, web3)`,
        ),
      ],
    ])
    expect(check('--format', 'junit').stdout).toContain(`<testcase classname="${join(hosts, 'ap1.yaml')}" name="no errors"`)
    const sarif = JSON.parse(check('--format', 'sarif').stdout) as { runs: { results: { fixes?: object[] }[] }[] }
    expect(sarif.runs[0]?.results.map(({ fixes }) => fixes)).toEqual([undefined, undefined])
  })

  test.each([
    [['--fix'], '--fix is for files that stand for themselves'],
    [['--each'], '--each is for files that stand for themselves'],
    [['--root', out], '--root is for one system'],
  ])('with %j is refused', (args, why) => {
    const { status, stderr } = check(...args)
    expect([status, stderr]).toEqual([2, expect.stringContaining(why)])
  })
})

describe('diff of a fleet', () => {
  const few = join(folder, 'few')
  const run = (command: string, ...args: readonly string[]): Ran => netglot([command, '--fleet', few, '-t', 'netplan@1.1', ...args])
  const diff = (...args: readonly string[]): Ran => run('diff', '--root', out, ...args)

  test('is empty after render, shows edits with secrets hidden, and a host that is new whole', () => {
    for (const name of ['a', 'b']) put(`few/${name}.yaml`, wifi)
    expect(diff().status).toBe(2)
    expect(run('render', '-o', out).status).toBe(0)
    const same = diff()
    expect([same.status, same.stdout, same.stderr]).toEqual([0, '', 'netglot: 2 hosts, 0 would change\n'])
    put('few/a.yaml', wifi.replaceAll('hunter2', 'hunter3'))
    appendFileSync(join(out, 'b/etc/netplan/90-netglot.yaml'), '# mine\n')
    put('few/c.yaml', wifi)
    const before = treeOf(out)
    const { status, stdout, stderr } = diff()
    expect(status).toBe(1)
    expect(stdout).toMatch(
      /^--- \S*\/a\/etc\/netplan\/90-netglot.yaml\n(?:.*\n)*# \S*\/b\/\S*: it was changed(?:.*\n)*-# •+\n--- \/dev\/null\n/,
    )
    expect(stdout).not.toContain('hunter')
    expect(stderr).toMatch(/b:\n\nerror\[NG8102\](?:.*\n)*netglot: 3 hosts, 3 would change\nOne host is bad:\n {2}b {2}/)
    expect(treeOf(out)).toEqual(before)
  })

  test('as JSON is a line a host', () => {
    const lines = diff('--format', 'json').stdout.trimEnd().split('\n')
    const all = lines.map(line => JSON.parse(line) as object)
    expect(all).toMatchObject([
      { host: 'a', differs: true, targets: [{ files: [{ change: 'change', touch: 'untouched' }] }] },
      { host: 'b', differs: true, targets: [{ files: [{ touch: 'edited' }] }] },
      { host: 'c', differs: true, targets: [{ files: [{ change: 'create' }] }] },
      { fleet: { hosts: 3, differing: 3, bad: [{ host: 'b' }] } },
    ])
  })

  test('of a description that is refused is trouble, and the others are shown', () => {
    put('few/a.yaml', 'network: {ethernets: {eno1: {mut: 1}}}\n')
    const { status, stdout } = diff()
    expect([status, stdout.includes('/c/')]).toEqual([2, true])
    expect(readFileSync(join(few, 'c.yaml'), 'utf8')).toBe(wifi)
  })

  test('wants to know where the fleet is', () => {
    expect(run('diff')).toMatchObject({ status: 2, stderr: expect.stringContaining('--root OUT') })
  })

  test('of what is no folder of files says how to ask', () => {
    const [archive, documents, trees] = [join(folder, 'all.tar'), join(folder, 'documents'), join(folder, 'trees')] as const
    put('few/a.yaml', wifi)
    for (const args of [
      ['-o', archive],
      ['--format', 'script', '-o', documents],
      ['--format', 'mkosi', '-o', trees],
    ])
      expect(run('render', ...args).status).toBe(0)
    const asked = [archive, documents, trees].map(place => run('diff', '--root', place))
    expect(asked.map(({ status, stdout, stderr }) => [status, stdout, stderr])).toEqual([
      [2, '', expect.stringContaining(`tar -xpf ${archive} -C OUT`)],
      [2, '', expect.stringContaining(`${documents}/a.sh is of a format`)],
      [2, '', expect.stringContaining(`${trees}/a/ is of a format`)],
    ])
    // What was in the archive is known again.
    mkdirSync(join(folder, 'unpacked'))
    execFileSync('tar', ['-xpf', archive, '-C', join(folder, 'unpacked')])
    expect(run('diff', '--root', join(folder, 'unpacked'))).toEqual({ status: 0, stdout: '', stderr: 'netglot: 3 hosts, 0 would change\n' })
  })
})
