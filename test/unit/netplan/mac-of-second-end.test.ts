import { expect, test } from 'vitest'
import { render } from '../../../src/index.ts'

const text = `network:
  virtual-ethernets:
    veth0: {peer: veth1, macaddress: random}
    veth1: {peer: veth0, macaddress: random}
`

// One .netdev file makes both ends; a second one without a name and a kind would be an error to networkd.
test.each(['netplan@0.106', 'netplan@1.1'])('%s: the MAC of the second end of a pair stands in the file that makes both', target => {
  const files = render([{ name: 'a.yaml', text }], { targets: [target] }).targets[0]?.files ?? []
  const netdevs = files.filter(({ path }) => path.includes('.netdev'))
  expect(netdevs.map(({ path }) => path)).toEqual([expect.stringContaining('veth0.netdev')])
  expect(netdevs[0]?.content).toMatch(/\[NetDev\](?:\n.+)*\nMACAddress=none\n\n\[Peer\](?:\n.+)*\nMACAddress=none\n/)
})
