import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'

const text = 'network:\n  ethernets:\n    up0: {match: {macaddress: "52:54:00:aa:00:01"}, set-name: up0, dhcp4: true}\n'

// systemd below 245 passes over PermanentMACAddress=, and would give the name to any NIC.
test.each([
  ['suse', 'MACAddress'],
  ['networkd', 'PermanentMACAddress'],
])('a NIC is renamed on %s by %s=', (target, key) => {
  const { targets } = render([{ name: 'input.yaml', text }], { targets: [target] })
  const file = targets[0]?.files.find(({ path }) => path.endsWith('.link'))?.content
  expect(file).toContain(`\n[Match]\n${key}=52:54:00:aa:00:01\nType=ether\n`)
})
