import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root as repository } from '../fixtures.ts'
import { bridge, netglot, workplace } from './program.ts'

const { folder, put } = workplace()
const guests = bridge.replace('  bridges:', '  taps: {tap0: {owner: qemu}}\n  bridges:').replace('[eno1]', '[eno1, tap0]')
const enabled = 'etc/systemd/system/multi-user.target.wants/docker.service'

const told = (root: string, input: string, wanted = 'NG8501', target = 'networkd'): readonly string[] => {
  const { stdout } = netglot(['check', '-', '-t', target, '--root', join(folder, root), '--format', 'json'], { input })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; message: string; hint: string }[] }
  return diagnostics.filter(({ code }) => code === wanted).map(({ message, hint }) => `${message}; ${hint}`)
}

test('check --root tells where Docker drops what bridged guests send', () => {
  put(`docker/${enabled}`, '')
  put('plain/etc/hostname', 'vm\n')
  put(`off/${enabled}`, '')
  put('off/etc/sysctl.d/bridge.conf', '# bridged\nnet.bridge.bridge-nf-call-iptables = 0\n')
  expect(told('docker', guests)).toEqual([expect.stringContaining('what guests on br0 send')])
  // libvirt's TAPs are in no description.
  expect(told('docker', bridge)).toHaveLength(1)
  expect([told('docker', bridge.replace(/ {2}bridges:.*/s, '')), told('plain', guests), told('off', guests)]).toEqual([[], [], []])
})

test('check --root tells where NetworkManager may take a TAP out of its bridge', () => {
  const manager = 'etc/systemd/system/multi-user.target.wants/NetworkManager.service'
  const setting = 'etc/NetworkManager/conf.d/lan.conf'
  const at = (root: string, unmanaged?: string): string => {
    put(`${root}/${manager}`, '')
    if (unmanaged !== undefined) put(`${root}/${setting}`, `[keyfile]\nunmanaged-devices=${unmanaged}\n`)
    return root
  }
  const code = 'NG8471'
  const one = [expect.stringMatching(/nothing of br0, tap0: .*unmanaged-devices\+=interface-name:br0;interface-name:tap0/)]
  expect(told(at('nic-left', 'interface-name:eno1'), guests, code)).toEqual(one)
  expect(told('nic-left', bridge, code)).toEqual([
    expect.stringMatching(/nothing of br0, vnet\*: .*interface-name:br0;interface-name:vnet\*/),
  ])
  expect(told(at('libvirt', 'interface-name:eno1;interface-name:br0;interface-name:vnet*'), bridge, code)).toEqual([])
  for (const target of ['networkmanager', 'netplan', 'auto']) expect(told('nic-left', guests, code, target)).toEqual([])
  expect(told(at('pattern', 'interface-name:eno*,interface-name:br?;interface-name:~tap*'), guests, code)).toEqual([])
  expect(told(at('types', 'interface-name:=eno1;type:bridge;type:tun'), guests, code)).toEqual([])
  expect(told(at('but-one', '*,except:interface-name:tap0'), guests, code)).toEqual([expect.stringContaining('nothing of tap0:')])
  // The stack as a whole is in the way: that is said instead.
  expect([told(at('all'), guests, code), told('all', guests, 'NG8006').length]).toEqual([[], 1])
})

test('what the pages say to write ends it', () => {
  const shown = (code: string): string => {
    const [, text = 'nothing'] = /^```\n(.*?)^```/ms.exec(readFileSync(join(repository, `docs/diagnostics/${code}.md`), 'utf8')) ?? []
    return text
  }
  for (const service of ['docker', 'NetworkManager']) put(`mended/etc/systemd/system/multi-user.target.wants/${service}.service`, '')
  put('mended/etc/NetworkManager/conf.d/a.conf', '[keyfile]\nunmanaged-devices=interface-name:eno1\n')
  const named = guests.replaceAll('tap0', 'tap-web')
  const all = () => [named, bridge].flatMap(input => ['NG8471', 'NG8501'].flatMap(code => told('mended', input, code)))
  expect(all()).toHaveLength(4)
  put('mended/etc/NetworkManager/conf.d/guests.conf', shown('NG8471'))
  put('mended/etc/sysctl.d/bridge.conf', shown('NG8501'))
  expect(all()).toEqual([])
})

test('render --root tells the same of the place, and writes', () => {
  for (const service of ['docker', 'NetworkManager']) put(`host/etc/systemd/system/multi-user.target.wants/${service}.service`, '')
  put('host/etc/NetworkManager/conf.d/lan.conf', '[keyfile]\nunmanaged-devices=interface-name:eno1\n')
  const run = (command: string, ...more: readonly string[]) => {
    const { status, stdout } = netglot([command, '-', ...more, '--format', 'json'], { cwd: folder, input: guests })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; message: string; hint: string }[] }
    return { status, told: diagnostics.filter(({ code }) => ['NG8471', 'NG8501'].includes(code)) }
  }
  const checked = run('check', '-t', 'networkd', '--root', 'host')
  expect(checked.told).toHaveLength(2)
  // Status 1 of --check says that something would be written.
  expect(run('render', '-t', 'networkd', '--root', 'host', '--check')).toEqual({ ...checked, status: 1 })
  expect(run('render', '-t', 'networkd', '--root', 'host')).toEqual({ ...checked, status: 0 })
  expect(existsSync(join(folder, 'host/etc/systemd/network/05-netglot-br0.netdev'))).toBe(true)
  // Of several targets each has a place of its own, where nothing is enabled.
  expect(run('render', '-t', 'networkd,ifupdown', '--root', 'host')).toEqual({ status: 0, told: [] })
})
