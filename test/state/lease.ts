import type { Link } from '../../src/model/network.ts'
import { expectLeaf, expectValue } from './described.ts'
import type { KernelState } from './kernel-state.ts'

/** What the DHCP server was told by the machine: dnsmasq has a line of time, MAC, address, name and client identifier for each lease. */
export const leaseToldOf = (link: Link, name: string, { addresses, leases }: KernelState): readonly string[] => {
  const own = (addresses.find(a => a.ifname === name)?.addr_info ?? []).map(({ local }) => local)
  const line = (leases ?? '').split('\n').find(l => own.includes(l.split(' ')[2]))
  if (!link.dhcp4.value || line === undefined) return []
  const [, mac = '', , host, identifier = ''] = line.split(' ')
  const silent = link.dhcp4Overrides?.sendHostname?.value === false
  return [
    ...(silent
      ? expectValue('name told to the DHCP server', '*', host)
      : expectLeaf('name told to the DHCP server', link.dhcp4Overrides?.hostname, host)),
    ...expectLeaf(
      'kind of the client identifier',
      link.dhcpIdentifier,
      identifier.startsWith('ff:') ? 'duid' : ['*', `01:${mac}`].includes(identifier) ? 'mac' : identifier,
    ),
  ]
}
