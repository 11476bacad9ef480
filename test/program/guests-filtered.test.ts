import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridge, netglot, workplace } from './program.ts'

const { folder, put } = workplace()
const guests = bridge.replace('  bridges:', '  taps: {tap0: {owner: qemu}}\n  bridges:').replace('[eno1]', '[eno1, tap0]')
const enabled = 'etc/systemd/system/multi-user.target.wants/docker.service'

const told = (root: string, input: string): readonly string[] => {
  const { stdout } = netglot(['check', '-', '-t', 'networkd', '--root', join(folder, root), '--format', 'json'], { input })
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly { code: string; message: string }[] }
  return diagnostics.filter(({ code }) => code === 'NG8501').map(({ message }) => message)
}

test('check --root tells where Docker drops what bridged guests send', () => {
  put(`docker/${enabled}`, '')
  put('plain/etc/hostname', 'vm\n')
  put(`off/${enabled}`, '')
  put('off/etc/sysctl.d/bridge.conf', '# bridged\nnet.bridge.bridge-nf-call-iptables = 0\n')
  expect(told('docker', guests)).toEqual([expect.stringContaining('what guests on br0 send')])
  expect([told('docker', bridge), told('plain', guests), told('off', guests)]).toEqual([[], [], []])
})
