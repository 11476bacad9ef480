import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { netglot, type Ran, wifi, workplace } from './program.ts'
import { inject } from './strace.ts'
import { treeOf } from './write-below.ts'

const { folder, put } = workplace()

const base = put(
  'base.yaml',
  `network:
  ethernets:
    eno1: {mtu: 1500}
  bridges:
    br0:
      interfaces: [eno1]
      macaddress: "52:54:00:aa:00:01"
      addresses: ["\${ip}/24"]
`,
)
const hosts = join(folder, 'hosts')
put('hosts/hosts.csv', 'host,ip\nweb1,10.0.0.1\nweb2,\nweb3,10.0.0.3\nweb4,10.0.0.4\n')
put('hosts/web3.yaml', 'network: {ethernets: {eno1: {mtu: 9000}}}\n')
put('hosts/web4/10-mtu.yaml', 'network: {ethernets: {eno1: {mtu: 9000}}}\n')
put('hosts/web4/20-mtu.yaml', 'network: {ethernets: {eno1: {mtu: 1400}}}\n')
put('hosts/ap1.yaml', `${wifi}x-netglot: {}\n`)
put('hosts/README.md', 'for people\n')

const out = (name: string): string => join(folder, name)
const fleet = (...args: readonly string[]): Ran => netglot(['render', base, '--fleet', hosts, ...args])
const addressed = `${readFileSync(base, 'utf8').replace('${ip}', '10.0.0.3')}`

describe('a fleet', () => {
  const first = fleet('-t', 'networkd', '-o', out('first'))
  const trees = treeOf(out('first'))

  test('is written but for bad hosts, which are listed at the end', () => {
    expect(first.status).toBe(1)
    expect(readdirSync(out('first')).sort()).toEqual(['.netglot-fleet', 'web1', 'web3', 'web4'])
    expect(first.stderr).toContain('ap1:\n\nerror[NG8301]: the variable ip has no value for this host')
    expect(first.stderr).toMatch(/2 hosts are bad:\n {2}ap1 {2}.*NG8301.*\n {2}web2 {2}.*NG8301.*\n$/)
    expect(first.stderr).toContain('passed over, since they are no hosts: README.md')
  })

  test('has of each host what --root writes for it', () => {
    const whole = put('whole.yaml', addressed)
    expect(netglot(['render', whole, join(hosts, 'web3.yaml'), '-t', 'networkd', '--root', out('root')]).status).toBe(0)
    const withoutManifest = (path: string) =>
      Object.entries(treeOf(path)).filter(([name, content]) => !name.includes('var/lib/netglot') && content !== '')
    expect(withoutManifest(join(out('first'), 'web3'))).toEqual(withoutManifest(out('root')))
  })

  test('merges what hosts share with their own files as netplan does', () => {
    const mtu = (host: string) => /MTUBytes=(\d+)/.exec(trees[`${host}/etc/systemd/network/05-netglot-eno1.network`] ?? '')?.[1]
    expect(['web1', 'web3', 'web4'].map(mtu)).toEqual(['1500', '9000', '1400'])
  })

  test('a second run writes nothing', () => {
    const times = () =>
      readdirSync(out('first'), { recursive: true, encoding: 'utf8' }).map(name => statSync(join(out('first'), name)).ctimeMs)
    const before = times()
    expect(fleet('-t', 'networkd', '-o', out('first')).stderr).toMatch(/netglot: 5 hosts, files: \d+ as they were\n/)
    expect(times()).toEqual(before)
  })

  test('threads change nothing', () => {
    const two = fleet('-t', 'networkd', '-o', out('two'), '--jobs', '2')
    expect(two.stderr.replaceAll('/two', '/first')).toBe(first.stderr)
    expect(treeOf(out('two'))).toEqual(trees)
  })

  test('a terminal has a bar, which goes when all is done', () => {
    const words = [process.execPath, join(root, 'dist/netglot.cjs'), 'check', base, '--fleet', hosts, '-t', 'networkd', '--jobs', '4']
    const { stdout } = spawnSync('script', ['-qec', words.join(' '), '/dev/null'], {
      encoding: 'utf8',
      input: '',
      env: { ...process.env, TERM: 'xterm' },
    })
    expect(stdout).toMatch(/\r\[#+\.*\] \d\/5 hosts, .*\d+ s left /)
    expect(stdout.split('netglot: 5 hosts')[1]).not.toContain('s left')
  })

  test('as one archive it is the same, twice', () => {
    const [a, b] = [out('a.tar'), out('b.tar')]
    for (const file of [a, b]) expect(fleet('-t', 'networkd', '-o', file).status).toBe(1)
    expect(readFileSync(a).equals(readFileSync(b))).toBe(true)
    mkdirSync(out('unpacked'))
    execFileSync('tar', ['-xpf', a, '-C', out('unpacked')])
    const files = (tree: Readonly<Record<string, string>>) =>
      Object.entries(tree).filter(([path, content]) => content !== '' && !path.startsWith('.netglot'))
    expect(files(treeOf(out('unpacked')))).toEqual(files(trees))
  })

  test.each(['1', '2'])('an archive that is told to stop leaves nothing behind, with %s threads', async jobs => {
    const many = put(`many${jobs}/hosts.csv`, `host,ip\n${Array.from({ length: 20_000 }, (_, i) => `h${i},10.0.0.1\n`).join('')}`)
    const place = out(`stopped${jobs}`)
    mkdirSync(place)
    const args = ['render', base, '--fleet', dirname(many), '-t', 'networkd', '-o', join(place, 'all.tar'), '--jobs', jobs]
    const run = spawn(process.execPath, [join(root, 'dist/netglot.cjs'), ...args], { stdio: 'ignore' })
    const ended = once(run, 'exit')
    while (readdirSync(place).length === 0) await setTimeout(20)
    run.kill('SIGINT')
    expect([await ended, readdirSync(place)]).toEqual([[null, 'SIGINT'], []])
  })

  test('as JSON it is a line a host and one of the whole', () => {
    const { stdout, status } = fleet('-t', 'networkd,suse', '--format', 'json')
    const lines = stdout.split('\n').filter(line => line !== '')
    const all = lines.map(line => JSON.parse(line) as { host?: string; targets?: object[]; fleet?: { hosts: number; bad: object[] } })
    expect(status).toBe(1)
    expect(all.map(({ host }) => host)).toEqual(['ap1', 'web1', 'web2', 'web3', 'web4', undefined])
    expect(all.map(({ targets }) => targets?.length)).toEqual([0, 2, 0, 2, 2, undefined])
    expect(all.at(-1)?.fleet).toMatchObject({ hosts: 5, bad: [{ host: 'ap1' }, { host: 'web2' }] })
  })

  test('in a format each host has its document', () => {
    expect(fleet('-t', 'networkd', '--format', 'ignition', '-o', out('ign')).status).toBe(1)
    expect(readdirSync(out('ign')).sort()).toEqual(['.netglot-fleet', 'web1.ign', 'web3.ign', 'web4.ign'])
  })
})

describe('what is there already', () => {
  const few = out('few')
  const run = (...args: readonly string[]): Ran => netglot(['render', '--fleet', few, '-t', 'netplan', '-o', out('kept'), ...args])
  const write = (names: readonly string[]): void => {
    rmSync(few, { recursive: true, force: true })
    for (const name of names) put(`few/${name}.yaml`, wifi)
  }

  test('a secret is for root alone', () => {
    write(['a', 'b', 'c'])
    expect(run().status).toBe(0)
    expect(statSync(join(out('kept'), 'a/etc/netplan/90-netglot.yaml')).mode & 0o777).toBe(0o600)
  })

  test('hosts that left are told, and with --prune gone but for what was edited', () => {
    write(['a'])
    writeFileSync(join(out('kept'), 'c/etc/netplan/90-netglot.yaml'), 'edited\n')
    const told = run()
    expect([told.status, told.stderr]).toEqual([0, expect.stringContaining('no longer of this fleet, and still there: b, c')])
    expect(run('--prune', '--check').status).toBe(1)
    expect(run('--prune').stderr).toContain('could not be removed whole: c')
    expect(readdirSync(out('kept')).sort()).toEqual(['.netglot-fleet', 'a', 'c'])
  })

  test('what somebody edited stays, and --force makes a backup of it', () => {
    const file = join(out('kept'), 'a/etc/netplan/90-netglot.yaml')
    writeFileSync(file, 'edited\n')
    const refused = run()
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('NG8102')])
    expect(run('--force').status).toBe(0)
    expect(readFileSync(`${file}.netglot-backup`, 'utf8')).toBe('edited\n')
  })

  test('a symbolic link leads nowhere', () => {
    mkdirSync(out('elsewhere'))
    rmSync(join(out('kept'), 'a'), { recursive: true })
    symlinkSync(out('elsewhere'), join(out('kept'), 'a'))
    const { status, stderr } = run('--force', '--prune')
    expect([status, stderr]).toEqual([3, expect.stringContaining('it is a symbolic link')])
    expect(readdirSync(out('elsewhere'))).toEqual([])
  })

  test.each([1, 7, 12])('killed at the rename %d, each host is whole or not there, and the next run completes it', when => {
    write(Array.from({ length: 12 }, (_, i) => `h${i}`))
    rmSync(out('kept'), { recursive: true, force: true })
    expect(inject(['render', '--fleet', few, '-t', 'netplan', '-o', out('kept')], 'rename', `signal=SIGKILL:when=${when}`).signal).toBe(
      'SIGKILL',
    )
    const there = readdirSync(out('kept')).filter(name => !name.startsWith('.'))
    expect(there).toHaveLength(Math.max(0, when - 2))
    for (const host of there) expect(existsSync(join(out('kept'), host, 'var/lib/netglot/netplan.json'))).toBe(true)
    expect(run().status).toBe(0)
    expect(readdirSync(out('kept')).sort()).toEqual(['.netglot-fleet', ...Array.from({ length: 12 }, (_, i) => `h${i}`)].sort())
  })
})

test.each([
  [['--fleet', hosts], 'say where the files of the hosts go'],
  [['--fleet', hosts, '-o', out('x'), '--root', out('y')], '--root is for one system'],
  [['--fleet', hosts, '-o', out('x'), '--jobs', '0'], '--jobs is a number from 1'],
  [['--fleet', hosts, '-o', join(hosts, 'out')], 'taken for a host'],
  [['--fleet', hosts, '-o', out('x.tar'), '--prune'], '--prune is about files that are there already'],
  [['--jobs', '2'], '--jobs goes with --fleet'],
])('%j is refused', (args, why) => {
  const { status, stderr } = netglot(['render', base, '-t', 'networkd', ...args])
  expect([status, stderr]).toEqual([2, expect.stringContaining(why)])
  expect(existsSync(join(hosts, 'out'))).toBe(false)
})
