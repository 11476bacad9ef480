import type { Link } from '../../model/network.ts'
import type { Docs, InterfacesContext } from '../interfaces/documents.ts'
import { command, shellWord } from '../interfaces/format.ts'
import { text } from '../text.ts'

/** What dhcpcd asks for: all that a lease may bring; `nooption` takes away what it shall not. A line with `dhcp6_` holds one option only. */
const wanted4 = ['option classless_static_routes, domain_name_servers, domain_name, domain_search, host_name, interface_mtu, ntp_servers']
const wanted6 = ['option dhcp6_name_servers', 'option dhcp6_domain_search', 'option dhcp6_sntp_servers']

/**
 * The configuration of dhcpcd for one interface, and the commands that start and stop it. It exits when it gets no lease in thirty seconds,
 * unless it is in the background (dhcpcd.c, handle_exit_timeout).
 */
export function clientCommands(link: Link, { stanzas, client, configuration }: Docs, { answer }: InterfacesContext): void {
  answer.require('dhcpcd', 'in the command lines, since udhcpc can’t do what is asked')
  answer.disable('dhcpcd')
  for (const [line, why] of linesOf(link)) configuration.put(text('shell', line), why)
  const background = client.slot('background')
  const arguments_ = `-f ${shellWord(configuration.path)} $IFACE`
  const origins = [link.dhcp4, link.dhcp6, link.linkLocal]
    .filter(leaf => leaf.value !== false && leaf.written)
    .flatMap(leaf => leaf.origins)
  const line = background === undefined ? `dhcpcd ${arguments_} || dhcpcd -b ${arguments_}` : `dhcpcd -b ${arguments_}`
  const piece = { text: command(line), origins: [...origins, ...(background?.origins ?? [])], secret: false, why: 'asks for a lease' }
  stanzas.first.runPiece('dhcp4', piece)
  stanzas.first.runExtra('undo', `dhcpcd -k ${arguments_} || true`, 'gives the lease back')
}

const linesOf = (link: Link): readonly (readonly [string, string])[] => {
  const [v4, v6, own] = [link.dhcp4.value, link.dhcp6.value, link.linkLocal.value.ipv4]
  const all: readonly (readonly [boolean, string, string])[] = [
    ...wanted4.map(line => [v4, line, 'what a lease may bring'] as const),
    ...wanted6.map(line => [v6, line, 'what a lease may bring'] as const),
    [!v6, 'ipv4only', 'the kernel sees to IPv6'],
    [!v4 && !own, 'ipv6only', 'there is no IPv4 to ask for'],
    [v6, 'noipv6rs', 'the kernel sees to router advertisements'],
    [v6, 'ia_na', 'asks for an address'],
    [!own, 'noipv4ll', 'no IPv4 link-local address'],
    [own && !v4, 'nogateway', 'a link-local address is no way out'],
    [link.dhcpIdentifier?.value !== 'duid', 'clientid', 'the server goes by the MAC, as with udhcpc'],
    [sendsName(link), 'hostname', 'the machine’s name is sent'],
  ]
  return all.filter(([holds]) => holds).map(([, line, why]) => [line, why])
}

/** The machine’s own name, where the description says nothing of it. */
const sendsName = ({ dhcp4, dhcp4Overrides, dhcp6Overrides }: Link): boolean => {
  const overrides = dhcp4.value ? dhcp4Overrides : dhcp6Overrides
  return overrides !== undefined && overrides.sendHostname === undefined && overrides.hostname === undefined
}
