import type { DhcpOverrides } from '../../../model/network.ts'
import { implied, since, when } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { integer, word, yesNo } from '../format.ts'
import { type NetworkdAt, type NetworkdHandler, network } from '../handlers.ts'

/** UseMTU= is off where nothing is said, and netplan switches it on. */
const routeMetric4: NetworkdHandler<number> = (leaf, docs, { link }) => {
  const section = docs.network.section('DHCPv4')
  // An MTU of the description's own wins over the lease's anyway, and networkd warns of both.
  if (link.dhcp4Overrides?.useMtu === undefined && link.mtu === undefined)
    section.put('UseMTU', yesNo.print(true), 'the MTU of the lease holds; networkd’s default is not to')
  if (link.acceptRa.value && !link.dhcp6.value)
    docs.network.section('IPv6AcceptRA').put('RouteMetric', integer.print(leaf.value), advertised)
  return section.set('RouteMetric', integer.print(leaf.value), leaf)
}

/** netplan writes the metric into [DHCP], which networkd reads for both. */
const advertised = 'the metric of DHCP is that of advertised routes too, as with netplan'

export const dhcp4Fields: Fields<DhcpOverrides, Docs, NetworkdAt> = {
  useDns: network('DHCPv4', 'UseDNS', yesNo),
  useNtp: network('DHCPv4', 'UseNTP', yesNo),
  useHostname: network('DHCPv4', 'UseHostname', yesNo),
  useMtu: network('DHCPv4', 'UseMTU', yesNo),
  useRoutes: network('DHCPv4', 'UseRoutes', yesNo),
  useDomains: network('DHCPv4', 'UseDomains', word),
  sendHostname: network('DHCPv4', 'SendHostname', yesNo),
  hostname: network('DHCPv4', 'Hostname', word),
  routeMetric: routeMetric4,
}

/** DHCPv6 brings no routes: they come by router advertisement, and so its metric and its routes are those of [IPv6AcceptRA]. */
export const dhcp6Fields: Fields<DhcpOverrides, Docs, NetworkdAt> = {
  useDns: network('DHCPv6', 'UseDNS', yesNo),
  useNtp: network('DHCPv6', 'UseNTP', yesNo),
  useHostname: network('DHCPv6', 'UseHostname', yesNo),
  useMtu: network('IPv6AcceptRA', 'UseMTU', yesNo),
  useRoutes: (leaf, docs) => {
    docs.network.section('IPv6AcceptRA').set('UseGateway', yesNo.print(leaf.value), leaf)
    return docs.network.section('IPv6AcceptRA').set('UseRoutePrefix', yesNo.print(leaf.value), leaf)
  },
  useDomains: network('DHCPv6', 'UseDomains', word),
  sendHostname: since('255', network('DHCPv6', 'SendHostname', yesNo), 'SendHostname= for DHCPv6'),
  hostname: since('255', network('DHCPv6', 'Hostname', word), 'Hostname= for DHCPv6'),
  routeMetric: when(
    (leaf, { link }) => leaf.written || link.acceptRa.value,
    network('IPv6AcceptRA', 'RouteMetric', integer),
    implied('no advertisement brings a route'),
  ),
}
