import { expect, test } from 'vitest'
import { render } from '../index.ts'
import { type ExplainedLine, explainFiles } from './explain.ts'
import { keyAt } from './key-at.ts'

const text = `network:
  wifis:
    wlan0:
      dhcp4: true
      access-points:
        home: {password: hunter2hunter2}
  bridges:
    br0:
      routes: [{to: default, via: 192.0.2.1}]
`
const source = [{ name: 'host.yaml', text }]

const lines = (target: string): readonly ExplainedLine[] =>
  render(source, { targets: [target] }).targets.flatMap(({ files }) => explainFiles(files, source).flatMap(file => file.lines))

const line = (target: string, begin: string): ExplainedLine | undefined => lines(target).find(l => l.text.trim().startsWith(begin))

test('a line names the place that caused it, what the key is for, and the page of the manual', () => {
  expect(line('networkd', 'DHCP=ipv4')).toMatchObject({
    causes: [{ path: 'wifis.wlan0.dhcp4', span: { file: 'host.yaml', line: 4 }, about: 'Ask for an IPv4 address by DHCP.' }],
    why: undefined,
    manual: 'systemd.network(5)',
  })
  expect(line('networkd', 'Gateway=')?.causes.map(({ path }) => path)).toContain('bridges.br0.routes[0].via')
})

test('a line that nobody wrote says why it is there, one that is only form says nothing', () => {
  expect(line('networkd', 'Kind=bridge')).toMatchObject({ causes: [], why: 'the kind of the device', manual: 'systemd.netdev(5)' })
  expect(line('networkd', '[Match]')).toMatchObject({ causes: [], why: undefined, manual: undefined })
})

test.each(['networkd', 'networkmanager', 'netplan', 'ifupdown', 'suse'])('%s: no password', target => {
  const all = lines(target)
    .map(l => l.text)
    .join('\n')
  expect(all).toContain('••••••')
  expect(all).not.toContain('hunter2')
})

test('keys are found below names, in lists, and in what may be one thing or another', () => {
  expect(keyAt(['bridges', 'br0', 'routes', 0, 'via'])?.description).toContain('gateway')
  expect(keyAt(['bonds', 'b', 'parameters', 'arp-ip-targets', 0])?.description).toBe(
    keyAt(['bonds', 'b', 'parameters', 'arp-ip-targets'])?.description,
  )
  expect(keyAt(['ethernets', 'e', 'addresses', 0, '192.0.2.1/24', 'label'])?.description).toContain('label')
})
