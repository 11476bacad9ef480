import type { DhcpOverrides } from '../../../model/network.ts'
import { implied, lost } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { escaped, integer, word, yesNo } from '../format.ts'
import { isPort, line, type NmAt, type NmHandler, onPort } from '../handlers.ts'
import { ipv4Method, ipv6Method } from '../methods.ts'
import { forEver, impatient } from './ipv6.ts'

const leased = 'a server that answers late still gets its chance, and the device and its ports stay up meanwhile'

export const dhcp4: NmHandler<boolean> = (leaf, docs, at) => {
  const method = ipv4Method(at.link)
  if (leaf.value) forEver(at, 'dhcp-timeout', leased, 'ipv4')
  // A metric of 0 is the kernel's own; NetworkManager would choose one by the kind of the device.
  if (method === 'manual') docs.profiles.put('ipv4', 'route-metric', text('keyfile', '0'), 'routes get the kernel’s own metric')
  return docs.profiles.set('ipv4', 'method', text('keyfile', method), leaf)
}

export const dhcp6: NmHandler<boolean> = (leaf, docs, at) => {
  const method = ipv6Method(at.link, at.context.network)
  if (leaf.value && method !== 'auto' && method !== 'dhcp') return at.context.ledger.lose(leaf, impatient)
  if (leaf.value) forEver(at, 'dhcp-timeout', leased)
  if (method === 'manual') docs.profiles.put('ipv6', 'route-metric', text('keyfile', '0'), 'routes get the kernel’s own metric, 1024')
  return docs.profiles.set('ipv6', 'method', text('keyfile', method), leaf)
}

export const dhcpIdentifier: NmHandler<'duid' | 'mac'> = (leaf, docs, at) => {
  if (isPort(at) || !at.link.dhcp4.value) return at.context.ledger.imply(leaf, 'there is no DHCPv4')
  return docs.profiles.set('ipv4', 'dhcp-client-id', word.print(leaf.value), leaf)
}

const noTimeServers = 'it hands the time servers of a lease to dispatcher scripts and can’t be told not to'
const alwaysMtu = 'it takes the MTU of a lease unless the profile has one'

/** On a port the overrides go the way of the DHCP that they belong to. */
const withDhcp =
  <T>(handler: NmHandler<T>): NmHandler<T> =>
  (leaf, docs, at) =>
    isPort(at) ? at.context.ledger.lose(leaf, onPort) : handler(leaf, docs, at)

const either = (group: 'ipv4' | 'ipv6') => ({
  useDns: withDhcp<boolean>((leaf, docs) => docs.profiles.set(group, 'ignore-auto-dns', yesNo.print(!leaf.value), leaf)),
  useNtp: withDhcp<boolean>((leaf, docs, at) =>
    (leaf.value
      ? implied('NetworkManager has no time service of its own')
      : lost(absent(noTimeServers, 'switch off the script of the time service')))(leaf, docs, at),
  ),
  useHostname: withDhcp<boolean>((leaf, docs) => docs.profiles.set('hostname', 'from-dhcp', text('keyfile', leaf.value ? '1' : '0'), leaf)),
  useMtu: withDhcp<boolean>((leaf, _docs, { link, context }) => {
    if (leaf.value) return context.ledger.imply(leaf, 'NetworkManager does so of itself')
    if (link.mtu !== undefined) return context.ledger.imply(leaf, 'the MTU of the profile holds')
    return context.ledger.lose(leaf, absent(alwaysMtu, 'write `mtu`'))
  }),
  useRoutes: withDhcp<boolean>((leaf, docs) => docs.profiles.set(group, 'ignore-auto-routes', yesNo.print(!leaf.value), leaf)),
  useDomains: withDhcp<'true' | 'false' | 'route'>((leaf, _docs, { link, context }) => {
    const dns = group === 'ipv4' ? link.dhcp4Overrides?.useDns : link.dhcp6Overrides?.useDns
    if (leaf.value === 'true') return context.ledger.imply(leaf, 'NetworkManager does so of itself')
    if (leaf.value === 'false' && dns?.value === false) return context.ledger.imply(leaf, 'the domain goes with the name servers')
    return context.ledger.lose(leaf, domainComes)
  }),
  sendHostname: withDhcp<boolean>(line(group, 'dhcp-send-hostname', yesNo)),
  hostname: withDhcp<string>(line(group, 'dhcp-hostname', escaped)),
})

const domainComes = absent(
  'the domain of a lease comes with its name servers, as a search domain',
  'write `use-dns: false`, and the name servers by hand',
)

export const dhcp4Fields: Fields<DhcpOverrides, Docs, NmAt> = {
  ...either('ipv4'),
  routeMetric: withDhcp<number>(line('ipv4', 'route-metric', integer)),
}

/** DHCPv6 brings no routes: they come by router advertisement, and NetworkManager has one metric for all of IPv6. */
export const dhcp6Fields: Fields<DhcpOverrides, Docs, NmAt> = {
  ...either('ipv6'),
  routeMetric: withDhcp<number>((leaf, docs, at) =>
    leaf.written
      ? docs.profiles.set('ipv6', 'route-metric', integer.print(leaf.value), leaf)
      : at.context.ledger.imply(leaf, 'left to the stack'),
  ),
}
