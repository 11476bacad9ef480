import { describe, expect, test } from 'vitest'
import { render } from '../../src/index.ts'

/** Two TAPs that lose something; the reason may hold what readers of comments trip over. */
const description = (reason: string): string => `
network:
  ethernets:
    eno1: {dhcp4: true}
  taps:
    tap0: {owner: qemu, alias: "100%"}
    tap1: {owner: nobody, alias: plain}
x-netglot:
  allow-loss:
    - {target: ifupdown2, code: NG5002, path: "taps.tap0.alias", reason: ${JSON.stringify(reason)}}
    - {target: networkmanager, code: NG5002, path: "taps.tap0.owner", reason: ${JSON.stringify(reason)}}
    - {target: networkmanager, code: NG5002, path: "taps.tap1.owner", reason: other}
`

const contents = (target: string, reason: string): Record<string, string> => {
  const { targets, diagnostics } = render([{ name: 'input.yaml', text: description(reason) }], { targets: [target] })
  expect(diagnostics.filter(d => d.severity === 'error').map(d => d.message)).toEqual([])
  return Object.fromEntries((targets[0]?.files ?? []).map(({ path, content }) => [path, content]))
}

describe('the header of an accepted loss', () => {
  test('holds no percent sign for ifupdown2, which takes a file with one for a template', () => {
    const file = contents('ifupdown2', '50% is enough')['/etc/network/interfaces'] ?? ''
    expect(file).toContain('# Lost with your leave: taps.tap0.alias (NG5002): 50\\u0025 is enough\n')
    expect(file).not.toContain('%')
  })

  // ifupdown2 strips what follows a backslash, the end of the line with it.
  test.each(['so it is\\', 'so it is\\ ', 'so it is \\ \\'])('does not swallow the next line: %j', reason => {
    expect(contents('ifupdown2', reason)['/etc/network/interfaces']).toMatch(/: so it is\n/)
  })

  test('stands in the files of its device and in those of all', () => {
    const files = contents('networkmanager', 'ours')
    const lossesOf = (name: string): number =>
      files[`/etc/NetworkManager/system-connections/netglot-${name}.nmconnection`]?.split('Lost with your leave').length ?? 0
    expect({ tap0: lossesOf('tap0') - 1, tap1: lossesOf('tap1') - 1, eno1: lossesOf('eno1') - 1 }).toEqual({ tap0: 1, tap1: 1, eno1: 0 })
  })
})
