import type { DhcpOverrides } from '../../../model/network.ts'
import { implied, lost, when } from '../../handlers.ts'
import { setSysctl } from '../../interfaces/commands.ts'
import { advertised } from '../../interfaces/dhcp.ts'
import type { Docs, InterfacesAt, InterfacesHandler } from '../../interfaces/documents.ts'
import { integer, word } from '../../interfaces/format.ts'
import { absent, type Fields, value } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import { asksUdhcpc } from '../plan.ts'

/** What the head of the stanza says, for udhcpc, or a command, for dhcpcd (client.ts). */
const asked =
  (what: string): InterfacesHandler<boolean> =>
  (leaf, { stanzas }, { link, context }) => {
    if (!leaf.value) return leaf.written ? stanzas.first.head(leaf) : context.ledger.imply(leaf, `nothing asks for ${what}`)
    stanzas.refuseNameless()
    if (link.activation?.value === 'off') return context.ledger.imply(leaf, `${link.id} is never up, and so asks nobody`)
    if (!asksUdhcpc(link, context.network)) return context.ledger.placed(leaf)
    stanzas.first.put('dhcp-program', word.print('udhcpc'), 'it would take dhcpcd, if that is installed, and give it no metric')
    return stanzas.first.head(leaf)
  }

export const dhcp4 = asked('a lease')
export const dhcp6 = asked('a lease of IPv6')

/** udhcpc lets the server go by the MAC, and so does dhcpcd here, unless it shall not. */
export const dhcpIdentifier: InterfacesHandler<'duid' | 'mac'> = (leaf, { stanzas, configuration }, { link, context }) => {
  stanzas.refuseNameless()
  return leaf.value === 'mac' || link.activation?.value === 'off'
    ? context.ledger.imply(leaf, 'the client lets the server go by the MAC')
    : configuration.add(text('shell', 'duid'), leaf)
}

/** What is asked for of itself, unless dhcpcd shall not hear it. */
const unless =
  (...options: readonly string[]): InterfacesHandler<boolean> =>
  (leaf, { configuration }, { link, context }) =>
    leaf.value || asksUdhcpc(link, context.network)
      ? context.ledger.imply(leaf, 'the client does so of itself')
      : configuration.add(text('shell', `nooption ${options.join(', ')}`), leaf)

const useDns: InterfacesHandler<boolean> = (leaf, docs, at) =>
  !leaf.value && asksUdhcpc(at.link, at.context.network)
    ? docs.stanzas.first.option('peer-dns', word.print('no'), leaf)
    : unless('domain_name_servers')(leaf, docs, at)

const domains =
  (...options: readonly string[]): InterfacesHandler<'true' | 'false' | 'route'> =>
  (leaf, docs, at) =>
    leaf.value === 'route'
      ? at.context.ledger.lose(leaf, value('resolv.conf has no domains for routing alone', 'write true or false'))
      : unless(...options)(
          leaf.map(said => said === 'true'),
          docs,
          at,
        )

/** One name for both families: netplan takes no two that differ. */
const once =
  <T>(handler: InterfacesHandler<T>): InterfacesHandler<T> =>
  (leaf, docs, at) =>
    at.link.dhcp4.value ? at.context.ledger.imply(leaf, 'what is said of DHCPv4 holds for DHCPv6 too') : handler(leaf, docs, at)

const sendHostname: InterfacesHandler<boolean> = (leaf, { configuration }, { link, context }) => {
  if (!leaf.value) return context.ledger.imply(leaf, 'dhcpcd sends no name unless it is told')
  if (asksUdhcpc(link, context.network)) return context.ledger.imply(leaf, 'ifupdown-ng gives udhcpc the machine’s name')
  const named = [link.dhcp4Overrides, link.dhcp6Overrides].some(overrides => overrides?.hostname !== undefined)
  return named ? context.ledger.imply(leaf, '`hostname` says it') : configuration.add(text('shell', 'hostname'), leaf)
}

const hostname: InterfacesHandler<string> = (leaf, { configuration }) => {
  if (!/^[\w.-]+$/.test(leaf.value)) throw new Inexpressible('dhcpcd.conf would make something else of it', 'use letters, digits, - and .')
  return configuration.add(text('shell', `hostname ${leaf.value}`), leaf)
}

const routeMetric: InterfacesHandler<number> = (leaf, { stanzas, configuration }, { link, context }) => {
  if (link.activation?.value === 'off') return context.ledger.imply(leaf, 'the link is never up')
  return asksUdhcpc(link, context.network)
    ? stanzas.first.option('metric', integer.print(leaf.value), leaf)
    : configuration.add(text('shell', `metric ${leaf.value}`), leaf)
}

export const dhcp4Fields: Fields<DhcpOverrides, Docs, InterfacesAt> = {
  useDns,
  useNtp: unless('ntp_servers'),
  useHostname: unless('host_name'),
  useMtu: unless('interface_mtu'),
  useRoutes: unless('routers', 'static_routes', 'classless_static_routes'),
  useDomains: domains('domain_name', 'domain_search'),
  sendHostname,
  hostname,
  routeMetric,
}

export const dhcp6Fields: Fields<DhcpOverrides, Docs, InterfacesAt> = {
  useDns: unless('dhcp6_name_servers'),
  useNtp: unless('dhcp6_sntp_servers'),
  useHostname: when(
    leaf => leaf.value,
    lost(absent('DHCPv6 gives no host name to dhcpcd', 'take it out')),
    implied('DHCPv6 gives no host name to dhcpcd'),
  ),
  useMtu: advertised('accept_ra_mtu'),
  useRoutes: advertised('accept_ra_defrtr'),
  useDomains: domains('dhcp6_domain_search'),
  sendHostname: once(sendHostname),
  hostname: once(hostname),
  routeMetric: (leaf, docs, at) =>
    leaf.written
      ? setSysctl(leaf, docs, at, ['ipv6', 'ra_defrtr_metric', leaf.value])
      : at.context.ledger.imply(leaf, 'the metric of advertised routes is left to the stack'),
}
