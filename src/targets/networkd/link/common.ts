import { combine } from '../../../model/leaf.ts'
import { hasPorts, isVirtual, type Link, type LinkBase, type LinkLocal, type MacPolicy } from '../../../model/network.ts'
import { implied, lost, nested, when, written } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { notManager } from '../../not-manager.ts'
import { settingField } from '../../openvswitch/fields.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, ip, word, yesNo } from '../format.ts'
import { type NetworkdAt, type NetworkdHandler, network, networkList, sysctl } from '../handlers.ts'
import { addressFields, openAddress } from './address.ts'
import { dhcp4Fields, dhcp6Fields } from './dhcp.ts'
import { ipv6Generation, ipv6Token, raFields } from './ipv6.ts'
import { comesUpLate, lateMtu } from './late-mtu.ts'
import { openRoute, routeFields, ruleFields } from './route.ts'

/** networkd itself makes a MAC of the machine-id and the name for what it makes, before udev could have a say; a TAP's is udev's business. */
const macPolicy: NetworkdHandler<MacPolicy> = (leaf, docs, { link }) => {
  if (leaf.value === 'random' && isVirtual(link) && link.kind !== 'tap' && link.kind !== 'tun')
    docs.netdev.section('NetDev').set('MACAddress', text('ini', 'none'), leaf)
  return docs.side.macPolicy(leaf)
}

/** What every link has. */
export const common = {
  renderer: implied('it chooses the stack for -t auto, and this is networkd'),
  mac: network('Link', 'MACAddress', word),
  macPolicy,
  macFrom: implied('only a bridge has it'),
  interface: network('Match', 'Name', word),
  mtu: network('Link', 'MTUBytes', integer),
  alias: (leaf, docs) => docs.side.alias(leaf),
  optional: (leaf, docs, at) => required(leaf, docs, at),
  critical: network('Network', 'KeepConfiguration', yesNo),
  activation: (leaf, docs) =>
    docs.network.section('Link').set('ActivationPolicy', text('ini', leaf.value === 'off' ? 'always-down' : 'manual'), leaf),
  ignoreCarrier: when(
    leaf => leaf.written || leaf.value,
    network('Network', 'ConfigureWithoutCarrier', yesNo),
    implied('networkd waits for the carrier'),
  ),
  dhcp4: (leaf, docs, at) => dhcp(leaf, docs, at),
  dhcp6: (leaf, docs, at) => dhcp(leaf, docs, at),
  dhcpIdentifier: network('DHCPv4', 'ClientIdentifier', word),
  dhcp4Overrides: nested((docs: Docs) => docs, dhcp4Fields),
  dhcp6Overrides: nested((docs: Docs) => docs, dhcp6Fields),
  linkLocal: (leaf, docs) => docs.network.section('Network').set('LinkLocalAddressing', text('ini', linkLocalWord(leaf.value)), leaf),
  acceptRa: network('Network', 'IPv6AcceptRA', yesNo),
  raOverrides: nested((docs: Docs) => docs, raFields),
  ipv6Generation,
  ipv6Token,
  ipv6Mtu: when(comesUpLate, lost(lateMtu), network('Network', 'IPv6MTUBytes', integer)),
  ipv6Privacy: written(network('Network', 'IPv6PrivacyExtensions', yesNo)),
  addresses: nested(openAddress, addressFields),
  routes: nested(openRoute, routeFields),
  rules: nested((docs: Docs) => docs.network.another('RoutingPolicyRule'), ruleFields),
  nameservers: networkList('Network', 'DNS', ip),
  searchDomains: (leaf, docs) => docs.network.section('Network').append('Domains', word.print(leaf.value), leaf, ' '),
  ipv4Forwarding: (leaf, docs, at) =>
    (at.context.since('256') ? network('Network', 'IPv4Forwarding', yesNo) : sysctl('ipv4', 'forwarding'))(leaf, docs, at),
  ipv6Forwarding: (leaf, docs, at) =>
    (at.context.since('256') ? network('Network', 'IPv6Forwarding', yesNo) : sysctl('ipv6', 'forwarding'))(leaf, docs, at),
  ipv4ProxyArp: network('Network', 'IPv4ProxyARP', yesNo),
  ipv6ProxyNdp: network('Network', 'IPv6ProxyNDP', yesNo),
  networkManager: notManager<Docs, undefined>(),
  ovsSettings: settingField((words, leaf, docs) => docs.ovs.run(words, leaf)),
} satisfies Fields<LinkBase, Docs, NetworkdAt>

/** Both DHCPs are one key. */
const dhcp: NetworkdHandler<boolean> = (leaf, docs, { link }): Receipt => {
  const both = combine(link.dhcp4, link.dhcp6, dhcpWord)
  const section = docs.network.section('Network')
  return leaf === link.dhcp4 ? section.set('DHCP', text('ini', both.value), both) : section.set('DHCP', text('ini', both.value), leaf)
}

const dhcpWord = (four: boolean, six: boolean): string => (four ? (six ? 'yes' : 'ipv4') : six ? 'ipv6' : 'no')

const linkLocalWord = ({ ipv4, ipv6 }: LinkLocal): string => dhcpWord(ipv4, ipv6)

/**
 * networkd's own default waits for every link to get an address. A link that never gets one must say how far it gets, or
 * systemd-networkd-wait-online holds the boot for two minutes. A link that is not brought up is never waited for: ActivationPolicy= says so.
 */
const required: NetworkdHandler<boolean> = (leaf, docs, { link, context }) => {
  if (link.activation !== undefined) return context.ledger.imply(leaf, 'networkd waits for no link that it does not bring up')
  const state = leaf.value ? 'no' : requiredState(link, leaf.written)
  if (state === undefined) return context.ledger.imply(leaf, 'networkd waits for the link of itself')
  return docs.network.section('Link').set('RequiredForOnline', text('ini', state), leaf)
}

const requiredState = (link: Link, written: boolean): string | undefined => {
  if (addressless(link)) return hasPorts(link) ? 'degraded-carrier' : 'carrier'
  return written ? 'yes' : undefined
}

const addressless = (link: LinkBase): boolean =>
  link.controller === undefined &&
  !link.dhcp4.value &&
  !link.dhcp6.value &&
  !link.linkLocal.value.ipv4 &&
  !link.linkLocal.value.ipv6 &&
  link.addresses.length === 0
