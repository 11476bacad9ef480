import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'

const text = `network:
  ethernets:
    eth0: {mtu: 9000, wakeonlan: true, optional: true}
    eth1: {activation-mode: "off", openvswitch: {external-ids: {a: "b c"}}}
  dummy-devices: {d0: {}}
  bonds:
    bond0: {interfaces: [eth0, eth1], openvswitch: {}, parameters: {mode: balance-slb}}
    bond1: {interfaces: [d0, eth1], openvswitch: {}, parameters: {mode: balance-slb}}
  bridges:
    ovs0: {interfaces: [bond0, bond1]}
`
const rendered = (source: string) => {
  const { targets, diagnostics } = render([{ name: 'input.yaml', text: source }], { targets: ['suse'] })
  const files = targets[0]?.files ?? []
  return { files, said: diagnostics.map(({ code, message }) => `${code} ${message}`) }
}
const nics = text.replace(/ {4}bond1:.*\n/, '').replace(', bond1', '')

test('the NICs of a bond have no file of wicked’s, which would take them out, but what they are told all the same', () => {
  const { files, said } = rendered(nics)
  expect(said).toEqual([])
  expect(files.map(({ path }) => path)).not.toContain('/etc/sysconfig/network/ifcfg-eth0')
  const contentOf = (ending: string) => files.find(({ path }) => path.endsWith(ending))?.content
  expect(contentOf('85-netglot-eth0.rules')).toMatch(/ATTR\{mtu\}="9000"\n.*ethtool -s \$name wol g/)
  const script = contentOf('netglot-ovs0-pre-up')
  expect(script).toMatch(/add-bond ovs0 bond0 eth0 eth1\n[\s\S]*set Interface eth1 'external-ids:a=b c'\n[\s\S]*ip link set dev eth0 up\n/)
  expect(script).not.toContain('dev eth1 up')
})

test('a device that wicked makes can’t be in the bond', () => {
  const { said } = rendered(text.replace('[d0, eth1]', '[d0, d1]').replace('{d0: {}}', '{d0: {}, d1: {}}'))
  expect(said.filter(line => line.includes('dummy-devices.d0'))).toEqual([
    expect.stringMatching(/^NG5004 .* takes a device that it brings up out of one/),
  ])
})
