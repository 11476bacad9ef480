import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'netglot-ansible-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}
const on = (host: string, path: string): string => join(folder, 'root', host, path)
const read = (host: string, path: string): string => readFileSync(on(host, path), 'utf8')

const bridge = {
  network: { ethernets: { eno1: {} }, bridges: { br0: { interfaces: ['eno1'], macaddress: '52:54:00:aa:00:01', dhcp4: true } } },
}
const wifi = { network: { wifis: { wlan0: { 'access-points': { home: { password: 'hunter2 {{ 7 * 6 }}' } } } } } }

interface Ran {
  readonly status: number | null
  readonly output: string
  /** What ansible counts of a host. */
  count(host: string, what: 'changed' | 'failed'): number
}

/** Hosts that are folders of this machine. */
const inventory = (hosts: Readonly<Record<string, object>>): void => {
  const vars = {
    ansible_connection: 'local',
    ansible_python_interpreter: '/usr/bin/python3',
    netglot_command: [process.execPath, join(root, 'dist/netglot.cjs')],
    netglot_root: `${folder}/root/{{ inventory_hostname }}`,
  }
  put('hosts.yml', JSON.stringify({ all: { vars, hosts } }))
}

const playbook = (...args: readonly string[]): Ran => {
  const { status, stdout, stderr } = spawnSync('ansible-playbook', ['-i', 'hosts.yml', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      ANSIBLE_COLLECTIONS_PATH: folder,
      ANSIBLE_NOCOLOR: '1',
      ANSIBLE_LOCALHOST_WARNING: '0',
      HOME: folder,
      LC_ALL: 'C.UTF-8',
    },
  })
  const output = stdout + stderr
  return { status, output, count: (host, what) => Number(new RegExp(`^${host} .*${what}=(\\d+)`, 'm').exec(output)?.[1]) }
}

/** Runs the role for them. */
const play = (hosts: Readonly<Record<string, object>>, ...args: readonly string[]): Ran => {
  inventory(hosts)
  put('play.yml', JSON.stringify([{ hosts: 'all', gather_facts: false, roles: ['netglot.netglot.network'] }]))
  return playbook('play.yml', ...args)
}

beforeAll(() => {
  mkdirSync(join(folder, 'ansible_collections/netglot'), { recursive: true })
  symlinkSync(join(root, 'integrations/ansible'), join(folder, 'ansible_collections/netglot/netglot'))
})

const wifiHost = (description: string): object => {
  put('wifi.json', description)
  return { netglot_target: 'networkmanager@1.42', netglot_files: [join(folder, 'wifi.json')] }
}
const good = { a: { netglot_target: 'networkd', netglot_description: bridge }, b: wifiHost(JSON.stringify(wifi)) }

test('the role delivers, does nothing the second time, and a host at fault keeps no other from it', () => {
  const bad = { c: { netglot_target: 'ifupdown', netglot_description: { network: { ethernets: { eno1: { dhcp4: 'maybe' } } } } } }
  const first = play({ ...good, ...bad })
  expect(first.count('a', 'failed') + first.count('b', 'failed'), first.output).toBe(0)
  expect(read('a', '/etc/systemd/network/05-netglot-br0.network')).toContain('\nDHCP=ipv4\n')
  const [profile] = JSON.parse(read('b', '/var/lib/netglot/networkmanager.json')).files as [{ path: string }]
  expect(statSync(on('b', profile.path)).mode & 0o777).toBe(0o600)
  expect(read('b', profile.path)).toContain('psk=hunter2 {{ 7 * 6 }}\n')
  expect(first.output).not.toContain('hunter2')
  expect(first.count('c', 'failed')).toBe(1)
  expect(first.output).toContain('NG2003: ethernets.eno1.dhcp4: ')
  expect(existsSync(on('c', '/etc'))).toBe(false)
  // Nobody has asked for it.
  expect(first.output).toMatch(/RUNNING HANDLER \[.*Apply the files\] \*+\n(?:skipping: .*\n)+\n/)
  const again = play(good)
  expect([again.count('a', 'changed'), again.count('b', 'changed')], again.output).toEqual([0, 0])
})

test('check mode shows a change without a password and makes none; then it is made, and what is stale goes unless it was edited', () => {
  const changed = {
    a: { netglot_target: 'networkd', netglot_description: { network: { ethernets: { eno1: { dhcp4: true } } } } },
    b: wifiHost(JSON.stringify(wifi).replace('hunter2', 'hunter3')),
  }
  const would = play(changed, '--check', '--diff')
  expect(would.output).toContain('+DHCP=ipv4')
  expect(would.output).not.toContain('hunter')
  expect(read('a', '/etc/systemd/network/05-netglot-br0.network')).toContain('\nDHCP=ipv4\n')
  writeFileSync(on('a', '/etc/systemd/network/05-netglot-br0.netdev'), '# mine now\n')
  const does = play(changed)
  expect(does.status, does.output).toBe(0)
  expect(existsSync(on('a', '/etc/systemd/network/05-netglot-br0.network'))).toBe(false)
  expect(read('a', '/etc/systemd/network/05-netglot-br0.netdev')).toBe('# mine now\n')
  expect(does.output).toContain('05-netglot-br0.netdev is no longer in the description, and was edited')
  expect(read('b', JSON.parse(read('b', '/var/lib/netglot/networkmanager.json')).files[0].path)).toContain('hunter3')
})

test('a host that moves to another system keeps what nobody removes, known to both programs, until it is to go', () => {
  const host = (target: string, description: object, prune: boolean): Ran =>
    play({ f: { netglot_target: target, netglot_description: description, netglot_prune: prune } })
  const there = (...paths: readonly string[]): readonly boolean[] => paths.map(path => existsSync(on('f', path)))
  const old = ['/etc/network/interfaces', '/var/lib/netglot/ifupdown.json', '/etc/systemd/network/05-netglot-br0.network'] as const
  const sole = { network: { ethernets: { eno1: { addresses: ['192.0.2.1/24'] } } } }
  host('ifupdown', bridge, true)
  host('networkd', bridge, false)
  const kept = host('networkd', sole, false)
  expect([kept.status, there(...old)], kept.output).toEqual([0, [true, true, true]])
  expect(host('networkd', sole, false).count('f', 'changed')).toBe(0)
  put('sole.json', JSON.stringify(sole))
  const diff = (): readonly unknown[] => {
    const args = ['diff', join(folder, 'sole.json'), '-t', 'networkd', '--root', join(folder, 'root/f')]
    const { status, stdout } = spawnSync(process.execPath, [join(root, 'dist/netglot.cjs'), ...args], { encoding: 'utf8' })
    return [status, stdout.match(/(?<=^# .*\/root\/f)\S+: .*--prune removes it$/gm)]
  }
  expect(diff()).toEqual([
    1,
    expect.arrayContaining(old.filter(path => path.startsWith('/etc')).map(path => expect.stringContaining(path))),
  ])
  const moved = host('networkd', sole, true)
  expect([moved.status, there(...old)], moved.output).toEqual([0, [false, false, false]])
  expect(diff()).toEqual([0, null])
})

test('files and templates, judged by the host’s own program; a foreign file is in the way until it is forced', () => {
  put('root/d/etc/network/interfaces', '# mine\n')
  put('root/d/etc/network/interfaces.d/50-cloud-init', 'auto eno1\n')
  put('root/d/etc/network/interfaces.d/.50-cloud-init.netglot-backup', 'older\n')
  put('lan.yaml', 'network: {ethernets: {eno1: {addresses: [192.0.2.1/24]}}}\n')
  put('mtu.yaml.j2', 'network: {ethernets: {eno1: {mtu: {{ mtu }}}}}\n')
  const host = {
    netglot_target: 'debian-12',
    netglot_files: [join(folder, 'lan.yaml')],
    netglot_templates: [join(folder, 'mtu.yaml.j2')],
    mtu: 1400,
    netglot_validate: true,
  }
  const refused = play({ d: host })
  expect(refused.output).toContain("In the way, and not netglot's: /etc/network/interfaces, /etc/network/interfaces.d/50-cloud-init.")
  expect(read('d', '/etc/network/interfaces')).toBe('# mine\n')
  const older = play({ d: { ...host, netglot_force: true } })
  expect(older.output).toContain(`There is a backup already: ${on('d', '/etc/network/interfaces.d/.50-cloud-init.netglot-backup')}.`)
  expect(read('d', '/etc/network/interfaces')).toBe('# mine\n')
  rmSync(on('d', '/etc/network/interfaces.d/.50-cloud-init.netglot-backup'))
  const forced = play({ d: { ...host, netglot_force: true } })
  expect(forced.status, forced.output).toBe(0)
  expect(read('d', '/etc/network/interfaces.netglot-backup')).toBe('# mine\n')
  // Its folder is read whatever the ending, so only the dot keeps it from being a second configuration.
  expect(readdirSync(on('d', '/etc/network/interfaces.d'))).toEqual(['.50-cloud-init.netglot-backup'])
  expect(read('d', '/etc/network/interfaces')).toContain('mtu 1400')
  expect(forced.output).toMatch(/Ask the program that will read them[^\n]*\nok: \[d\]/)
})

test('services of OpenRC go into their runlevels, once', () => {
  put(
    'bin/rc-update',
    `#!/bin/sh\ngrep -qx "$*" ${folder}/runlevels && echo ' * rc-update: already installed in runlevel' || echo "$*" >>${folder}/runlevels\n`,
  )
  chmodSync(join(folder, 'bin/rc-update'), 0o755)
  put('runlevels', '')
  const host = { e: { netglot_target: 'alpine-3.22', netglot_description: bridge, netglot_services: true } }
  const path = process.env.PATH
  process.env.PATH = `${folder}/bin:${path}`
  const [first, second] = [play(host), play(host)]
  process.env.PATH = path
  expect(readFileSync(join(folder, 'runlevels'), 'utf8'), first.output).toBe('add networking boot\n')
  expect([first.status, second.status, second.count('e', 'changed')], second.output).toEqual([0, 0, 0])
})

test('ansible-lint has nothing to say of the collection, and its version is the package’s', () => {
  const { status, stdout, stderr } = spawnSync('ansible-lint', ['--offline', '-q', '--nocolor', '.'], {
    cwd: join(root, 'integrations/ansible'),
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
  })
  expect({ status, said: stdout + (status === 0 ? '' : stderr) }).toEqual({ status: 0, said: '' })
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(readFileSync(join(root, 'integrations/ansible/galaxy.yml'), 'utf8')).toContain(`\nversion: ${version}\n`)
})

test('the variables, the playbook and the commands of the collection’s page', () => {
  const page = readFileSync(join(root, 'integrations/ansible/README.md'), 'utf8')
  const files = [...page.matchAll(/^```yaml\n# (\S+)\n(.*?)^```/gms)].map(([, name = '', text = '']) => ({ name, text }))
  expect(files.map(({ name }) => name)).toEqual(['host_vars/vm1.yml', 'site.yml'])
  for (const { name, text } of files) put(name, text)
  // Nobody is to become here who runs this.
  inventory({ vm1: { ansible_become: false } })
  const [, commands = ''] = /^```sh\n(.*?)^```/ms.exec(page) ?? []
  const [would, does] = commands
    .trim()
    .split('\n')
    .map(line => playbook(...line.replace(/ +#.*/, '').split(' ').slice(1)))
  expect(would?.output).toContain('+iface br0 inet dhcp')
  expect([would?.status, does?.status], does?.output).toEqual([0, 0])
  expect(read('vm1', '/etc/network/interfaces')).toContain('bridge-hw 52:54:00:aa:00:01')
})
