import { expect, test } from 'vitest'
import { render } from '../../src/index.ts'

const linkFilesOf = (devices: string): readonly string[] => {
  const text = `network:\n  version: 2\n${devices}`
  const { targets } = render([{ name: 'input.yaml', text }], { targets: ['ifupdown2'], allowLoss: true })
  return targets.flatMap(({ files }) => files.filter(({ path }) => path.endsWith('.link')).map(({ content }) => content))
}

const mac = 'macaddress: "02:00:00:00:00:01"'

test('ifupdown2: udev is kept from a bridge with a MAC, and the file from a NIC that has its name at first', () => {
  expect(linkFilesOf(`  bridges:\n    eth0: {${mac}}\n`)).toEqual([
    expect.stringMatching(/OriginalName=eth0\nType=bridge\n\n\[Link\]\nMACAddressPolicy=none/),
  ])
})

test('ifupdown2: udev leaves a VLAN alone by itself', () => {
  expect(linkFilesOf(`  ethernets: {eno1: {}}\n  vlans:\n    v5: {id: 5, link: eno1, ${mac}}\n`)).toEqual([])
})
