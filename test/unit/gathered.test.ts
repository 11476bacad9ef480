import { describe, expect, test } from 'vitest'
import { full } from '../../src/diagnostics/printers/full.ts'
import { render } from '../../src/index.ts'

const told = (network: object, targets: readonly string[]): string => {
  const source = [{ name: 'host.yaml', text: JSON.stringify({ network }) }]
  return full(render(source, { targets }).diagnostics, source, false)
}
const count = (text: string, part: string): number => text.split(part).length - 1

describe('a finding is told once', () => {
  const nic = { version: '2', ethernets: { eno1: { dhcp4: 'true' } } }

  test('for targets that lose the same for the same reason', () => {
    const said = told({ ...nic, ipvlans: { ip0: { link: 'eno1' } } }, ['networkmanager@1.42', 'debian-12', 'networkmanager@debian-12'])
    expect(count(said, 'error[NG5003]')).toBe(1)
    expect(said).toContain(
      'error[NG5003]: networkmanager@1.42 (and 1 more) is too old for ipvlans.ip0: NetworkManager makes ipvlans since 1.52',
    )
    expect(said).toContain('  = targets: networkmanager@1.42, networkmanager@debian-12 (networkmanager@1.42)\n')
    expect(said).toMatch(/netglot: 1 error/)
  })

  test('for targets that have reasons of their own, each with its targets', () => {
    const bridge = { br0: { interfaces: ['eno1'], 'macaddress-from': 'eno1', dhcp4: 'true' } }
    const match = { macaddress: '52:54:00:00:00:01' }
    const said = told({ version: '2', ethernets: { eno1: { match } }, bridges: bridge }, [
      'ifupdown@0.8.41',
      'networkd@252',
      'networkd@257',
    ])
    expect(count(said, 'info[NG6006]')).toBe(1)
    expect(said).toContain('br0 keeps the MAC of a NIC, but not for certain its lease\n')
    expect(said).toContain('  = ifupdown@0.8.41: ifupdown has dhclient send a DUID\n')
    expect(said).toContain('  = networkd@252, networkd@257: networkd tells the DHCP server a DUID and not the MAC\n')
    expect(count(said, 'write `dhcp-identifier: mac`')).toBe(1)
  })

  test('but findings of the description itself stay apart', () => {
    const said = told({ version: '2', ethernets: { eno1: { dhcp4: 'maybe', dhcp6: 'perhaps' } } }, ['networkd'])
    expect(count(said, 'error[')).toBe(2)
  })
})
