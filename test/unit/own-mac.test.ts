import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'

const linkFilesOf = (target: string, devices: string): readonly string[] => {
  const text = `network:\n  version: 2\n${devices}`
  const { targets } = render([{ name: 'input.yaml', text }], { targets: [target], allowLoss: true })
  return targets.flatMap(({ files }) => files.filter(({ path }) => path.endsWith('.link')).map(({ content }) => content))
}

const mac = 'macaddress: "02:00:00:00:00:01"'

for (const target of ['ifupdown', 'ifupdown2']) {
  test(`${target}: udev is kept from a bridge with a MAC, and the file from a NIC that has its name at first`, () => {
    expect(linkFilesOf(target, `  bridges:\n    eth0: {${mac}}\n`)).toEqual([
      expect.stringMatching(/OriginalName=eth0\nType=bridge\n\n\[Link\]\nMACAddressPolicy=none/),
    ])
  })

  test(`${target}: udev leaves a VLAN alone by itself`, () => {
    expect(linkFilesOf(target, `  ethernets: {eno1: {}}\n  vlans:\n    v5: {id: 5, link: eno1, ${mac}}\n`)).toEqual([])
  })
}

test('suse: udev is kept from what a unit of ours makes; wicked waits for udev itself', () => {
  expect(linkFilesOf('suse', `  taps:\n    tap0: {multi-queue: true, ${mac}}\n  bridges:\n    br0: {${mac}}\n`)).toEqual([
    expect.stringMatching(/OriginalName=tap0\nDriver=tun\n\n\[Link\]\nMACAddressPolicy=none/),
  ])
})
