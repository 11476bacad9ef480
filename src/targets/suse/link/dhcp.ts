import type { Leaf } from '../../../model/leaf.ts'
import type { DhcpOverrides } from '../../../model/network.ts'
import type { Receipt } from '../../ledger.ts'
import { absent, approximate, type Fields } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, word, yesNo } from '../format.ts'
import { type SuseAt, type SuseHandler, variable } from '../handlers.ts'

type Update = 'DHCLIENT_UPDATE' | 'DHCLIENT6_UPDATE'

/** What a lease may change is a list: `default,-dns`. */
const update =
  (name: Update, what: string): SuseHandler<boolean> =>
  (leaf, docs) => {
    const { variables } = docs.ifcfg
    if (!variables.has(name)) variables.put(name, word.print('default'), 'what a lease may change of itself')
    return variables.append(name, word.print(leaf.value ? what : `-${what}`), leaf, ',')
  }

/** wicked takes the domains of a lease as it takes its name servers. */
const useDomains = (leaf: Leaf<'true' | 'false' | 'route'>, useDns: Leaf<boolean> | undefined, { context }: SuseAt): Receipt => {
  const usesDns = useDns?.value !== false
  if (usesDns ? leaf.value === 'true' : leaf.value === 'false')
    return context.ledger.imply(leaf, 'wicked does with the domains of a lease what it does with its name servers')
  return context.ledger.lose(
    leaf,
    absent(
      'wicked takes the domains of a lease if it takes its name servers, and for searching',
      'leave it out, or set `use-dns` to the same',
    ),
  )
}

/** An empty name sends none, though the machine's /etc/sysconfig/network/dhcp says AUTO. */
const sendHostname =
  (name: 'DHCLIENT_HOSTNAME_OPTION' | 'DHCLIENT6_HOSTNAME_OPTION', pick: (at: SuseAt) => DhcpOverrides | undefined): SuseHandler<boolean> =>
  (leaf, docs, at) => {
    if (leaf.value && pick(at)?.hostname !== undefined) return at.context.ledger.imply(leaf, 'the name that is sent says it')
    return docs.ifcfg.variables.set(name, word.print(leaf.value ? 'AUTO' : ''), leaf)
  }

const hostname =
  (name: 'DHCLIENT_HOSTNAME_OPTION' | 'DHCLIENT6_HOSTNAME_OPTION', pick: (at: SuseAt) => DhcpOverrides | undefined): SuseHandler<string> =>
  (leaf, docs, at) => {
    if (pick(at)?.sendHostname?.value === false) return at.context.ledger.imply(leaf, 'no name is sent')
    if (!/^(?!-)[A-Za-z0-9-]{1,63}(?<!-)(\.(?!-)[A-Za-z0-9-]{1,63}(?<!-))*$/.test(leaf.value) || /^(auto|fqdn)$/i.test(leaf.value))
      throw new Inexpressible('wicked takes domain names only, and AUTO and FQDN for words of its own', 'write another name')
    return docs.ifcfg.variables.set(name, word.print(leaf.value), leaf)
  }

const four = ({ link }: SuseAt): DhcpOverrides | undefined => link.dhcp4Overrides
const six = ({ link }: SuseAt): DhcpOverrides | undefined => link.dhcp6Overrides

export const dhcp4Fields: Fields<DhcpOverrides, Docs, SuseAt> = {
  useDns: update('DHCLIENT_UPDATE', 'dns'),
  useNtp: update('DHCLIENT_UPDATE', 'ntp'),
  useHostname: variable('DHCLIENT_SET_HOSTNAME', yesNo),
  useMtu: update('DHCLIENT_UPDATE', 'mtu'),
  useRoutes: (leaf, docs, at) => {
    const receipt = docs.ifcfg.variables.set('DHCLIENT_SET_DEFAULT_ROUTE', yesNo.print(leaf.value), leaf)
    return leaf.value ? receipt : at.context.ledger.lose(leaf, stillRoutes)
  },
  useDomains: (leaf, _docs, at) => useDomains(leaf, four(at)?.useDns, at),
  sendHostname: sendHostname('DHCLIENT_HOSTNAME_OPTION', four),
  hostname: hostname('DHCLIENT_HOSTNAME_OPTION', four),
  routeMetric: variable('DHCLIENT_ROUTE_PRIORITY', integer),
}

const stillRoutes = approximate(
  'DHCLIENT_SET_DEFAULT_ROUTE leaves out the router, but static and classless routes of the lease are still set',
  'allow the loss if the DHCP server sends none',
)

/** A DHCPv6 lease has no routes and no MTU: they come by router advertisement, which the kernel reads. */
export const dhcp6Fields: Fields<DhcpOverrides, Docs, SuseAt> = {
  useDns: update('DHCLIENT6_UPDATE', 'dns'),
  useNtp: update('DHCLIENT6_UPDATE', 'ntp'),
  useHostname: variable('DHCLIENT6_SET_HOSTNAME', yesNo),
  useMtu: (leaf, docs) => docs.side.sysctl('ipv6', 'accept_ra_mtu', leaf.value ? 1 : 0, leaf),
  useRoutes: (leaf, docs) => docs.side.sysctl('ipv6', 'accept_ra_defrtr', leaf.value ? 1 : 0, leaf),
  useDomains: (leaf, _docs, at) => useDomains(leaf, six(at)?.useDns, at),
  sendHostname: sendHostname('DHCLIENT6_HOSTNAME_OPTION', six),
  hostname: hostname('DHCLIENT6_HOSTNAME_OPTION', six),
  routeMetric: (leaf, docs, { context }) => {
    if (!leaf.written) return context.ledger.imply(leaf, 'left to the stack')
    if (leaf.value === 0) throw new Inexpressible('the kernel takes metrics of IPv6 routes from 1 only', 'write a higher one')
    return docs.side.sysctl('ipv6', 'ra_defrtr_metric', leaf.value, leaf)
  },
}
