import type { DhcpOverrides } from '../../model/network.ts'
import { implied, lost, when } from '../handlers.ts'
import { absent, type Fields, value } from '../target.ts'
import { setSysctl } from './commands.ts'
import type { Docs, InterfacesAt, InterfacesHandler } from './documents.ts'
import { hostname, sendHostname } from './own-client.ts'

/** What dhclient-script(8) does of itself, unless the hook takes the variables of the lease away. */
const unless =
  (...variables: readonly string[]): InterfacesHandler<boolean> =>
  (leaf, { hook }, { context }) =>
    leaf.value
      ? context.ledger.imply(leaf, 'dhclient-script does so of itself')
      : hook.add(`unset ${variables.map(name => `new_${name}`).join(' ')}`, leaf)

const domains =
  (...variables: readonly string[]): InterfacesHandler<'true' | 'false' | 'route'> =>
  (leaf, docs, at) =>
    leaf.value === 'route'
      ? at.context.ledger.lose(leaf, value('resolv.conf has no domains for routing alone', 'write true or false'))
      : unless(...variables)(
          leaf.map(word => word === 'true'),
          docs,
          at,
        )

const noHostname = 'dhclient sends no host name with DHCPv6, unless /etc/dhcp/dhclient.conf says so'
const remedy = 'write `send fqdn.fqdn` into /etc/dhcp/dhclient.conf yourself, and allow the loss'

/** The overrides of DHCPv4; `routeMetric` is the dialect's. */
export const dhcp4Fields = (routeMetric: InterfacesHandler<number>): Fields<DhcpOverrides, Docs, InterfacesAt> => ({
  useDns: unless('domain_name_servers'),
  useNtp: unless('ntp_servers'),
  useHostname: unless('host_name'),
  useMtu: unless('interface_mtu'),
  useRoutes: unless('routers', 'static_routes', 'rfc3442_classless_static_routes'),
  useDomains: domains('domain_name', 'domain_search'),
  sendHostname,
  hostname,
  routeMetric,
})

/** DHCPv6 brings neither routes nor an MTU: they come by router advertisement, and the kernel sets them. */
export const advertised =
  (key: string): InterfacesHandler<boolean> =>
  (leaf, docs, at) =>
    leaf.value ? at.context.ledger.imply(leaf, 'the kernel does so of itself') : setSysctl(leaf, docs, at, ['ipv6', key, 0])

export const dhcp6Fields: Fields<DhcpOverrides, Docs, InterfacesAt> = {
  useDns: unless('dhcp6_name_servers'),
  useNtp: unless('dhcp6_sntp_servers'),
  useHostname: when(
    leaf => leaf.value,
    lost(absent('dhclient-script sets no host name from DHCPv6', 'take it out')),
    implied('dhclient-script sets no host name from DHCPv6'),
  ),
  useMtu: advertised('accept_ra_mtu'),
  useRoutes: advertised('accept_ra_defrtr'),
  useDomains: domains('dhcp6_domain_search'),
  sendHostname: when(leaf => leaf.value, lost(absent(noHostname, remedy)), implied(noHostname)),
  hostname: lost(absent(noHostname, remedy)),
  routeMetric: (leaf, docs, at) =>
    leaf.written
      ? setSysctl(leaf, docs, at, ['ipv6', 'ra_defrtr_metric', leaf.value])
      : at.context.ledger.imply(leaf, 'the metric of advertised routes is left to the stack'),
}
