import { expect, test } from 'vitest'
import { bridge, netglot, wifi, workplace } from './program.ts'

const { put } = workplace()
const file = put('host.yaml', bridge)

test('explain FILE -t TARGET prints the files with the place beside each line', () => {
  const { status, stdout } = netglot(['explain', file, '-t', 'ifupdown,networkd'])
  expect(status).toBe(0)
  expect(stdout).toContain('# ===== networkd@252 =====')
  expect(stdout).toMatch(
    /^ {4}bridge-ports eno1 +< .*host\.yaml:6 bridges\.br0\.interfaces\[0\]: The ports of the bridge\. \[bridge-utils-interfaces\(5\)\]$/m,
  )
  const { targets } = JSON.parse(netglot(['explain', file, '-t', 'networkd', '--format', 'json']).stdout) as {
    targets: { files: { lines: { text: string; causes: { path: string }[] }[] }[] }[]
  }
  const lines = targets.flatMap(({ files }) => files.flatMap(f => f.lines))
  expect(lines.find(({ text }) => text === 'Bridge=br0')?.causes[0]?.path).toBe('bridges.br0.interfaces[0]')
})

test('explain shows no password, and a target that would lose something ends with 1', () => {
  const { stdout } = netglot(['explain', '-', '-t', 'networkmanager'], { input: wifi })
  expect(stdout).toContain('psk=••••••')
  expect(stdout).not.toContain('hunter2')
  const lossy = netglot(['explain', '-', '-t', 'suse'], { input: 'network: {taps: {t: {owner: nobody-knows}}}' })
  expect(lossy).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('NG5002') })
})

test('explain CODE prints its page, in either case of letters', () => {
  expect(netglot(['explain', 'NG4003']).stdout).toContain('# NG4003 wifi-port-without-4addr')
  expect(netglot(['explain', 'ng4003']).stdout).toBe(netglot(['explain', 'NG4003']).stdout)
  expect(JSON.parse(netglot(['explain', 'NG4003', '--format', 'json']).stdout)).toMatchObject({ code: 'NG4003' })
  expect(netglot(['explain', 'NG4999'])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('there is no code NG4999'),
  })
})

test('explain KEY tells what it does on every target', () => {
  const { stdout } = netglot(['explain', 'taps.tap0.owner'])
  expect(stdout).toContain('taps.*.owner\n  The user who may attach')
  expect(stdout).toContain('\n  to be seen in: /sys/class/net/DEVICE/owner\n  without it: ')
  expect(stdout).toContain('\n    /etc/systemd/network/05-netglot-tap0.netdev:  User=qemu\n')
})

test.each([
  [[], 'one code or key'],
  [[file], 'say for which system with -t'],
  [['NG4003', 'NG4004'], 'one code or key'],
  [['bridges.*.nothing'], 'there is no key bridges.*.nothing'],
  [['vrfs.*.openvswitch.external-ids'], 'vrfs.*.openvswitch.external-ids is refused, whatever it says'],
])('explain %j is wrong usage', (args, message) => {
  expect(netglot(['explain', ...args])).toMatchObject({ status: 2, stderr: expect.stringContaining(message) })
})
