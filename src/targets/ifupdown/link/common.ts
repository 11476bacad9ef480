import type { LinkBase } from '../../../model/network.ts'
import { implied, nested, written } from '../../handlers.ts'
import { addresses } from '../../interfaces/address.ts'
import { ignoreCarrier } from '../../interfaces/carrier.ts'
import { aliasCommand, setSysctl, settingSlot, sysctl } from '../../interfaces/commands.ts'
import { dhcp4Fields, dhcp6Fields } from '../../interfaces/dhcp.ts'
import { nameserver, searchDomain } from '../../interfaces/dns.ts'
import type { Docs, InterfacesAt, InterfacesHandler, Root } from '../../interfaces/documents.ts'
import { command, integer, word } from '../../interfaces/format.ts'
import { ipv6Mtu, ipv6Token, raFields } from '../../interfaces/ipv6.ts'
import { ovsSettings } from '../../interfaces/openvswitch.ts'
import { option } from '../../interfaces/option.ts'
import { needsOwnClient } from '../../interfaces/own-client.ts'
import { ownMac } from '../../interfaces/own-mac.ts'
import { lowerPort } from '../../interfaces/port.ts'
import { routes, rules } from '../../interfaces/route.ts'
import { leaseInVrf } from '../../interfaces/vrf.ts'
import { notManager } from '../../not-manager.ts'
import type { Fields } from '../../target.ts'
import { approximate } from '../../target.ts'
import { dhcp, dhcpIdentifier, routeMetric } from './dhcp.ts'
import { acceptRa, ipv6Generation, linkLocal } from './ipv6.ts'

/** What every link has, but for the MAC and the MTU of a bridge. */
export const common = {
  renderer: implied('it chooses the stack for -t auto, and this is ifupdown'),
  interface: (leaf, { stanzas }, { context }) => {
    stanzas.refuseNameless()
    return context.ledger.placed(leaf)
  },
  mac: ownMac(option('hwaddress', word)),
  macPolicy: (leaf, { side }) => side.macPolicy(leaf),
  macFrom: implied('only a bridge has it'),
  mtu: (leaf, docs, at) => mtu(leaf, docs, at),
  optional: (leaf, docs, at) => optional(leaf, docs, at),
  critical: (leaf, docs, at) => critical(leaf, docs, at),
  activation: (leaf, docs, at) => activation(leaf, docs, at),
  ignoreCarrier,
  acceptRa,
  raOverrides: nested((docs: Docs) => docs, raFields),
  ipv6Generation,
  linkLocal,
  ipv6Token,
  ipv6Mtu,
  ipv6Privacy: written((leaf, docs, at) => setSysctl(leaf, docs, at, ['ipv6', 'use_tempaddr', leaf.value ? 2 : 0])),
  addresses,
  dhcp4: leaseInVrf(dhcp(4)),
  dhcp6: dhcp(6),
  dhcpIdentifier,
  dhcp4Overrides: nested((docs: Docs) => docs, dhcp4Fields(routeMetric)),
  dhcp6Overrides: nested((docs: Docs) => docs, dhcp6Fields),
  alias: aliasCommand,
  ipv4Forwarding: sysctl('ipv4', 'forwarding'),
  ipv6Forwarding: sysctl('ipv6', 'forwarding'),
  ipv4ProxyArp: sysctl('ipv4', 'proxy_arp'),
  ipv6ProxyNdp: sysctl('ipv6', 'proxy_ndp'),
  nameservers: nameserver(({ stanzas }, family) => stanzas.find(family, 'static') ?? stanzas.find(family, 'dhcp') ?? stanzas.first),
  searchDomains: searchDomain,
  routes: routes(({ family }, { stanzas }) => stanzas.find(family, 'static') !== undefined && !stanzas.gateways.has(family)),
  rules,
  networkManager: notManager<Docs, Root>(),
  ovsSettings,
} satisfies Fields<LinkBase, Docs, InterfacesAt>

/**
 * The DHCP methods know no `mtu`, and what a lease says would win over it. `inet6 static` changes the device for a larger one alone, and for a
 * smaller one IPv6 (inet6.defn).
 */
const mtu: InterfacesHandler<number> = (leaf, { stanzas, hook }, at) => {
  const { first } = stanzas
  if (at.link.dhcp4.value) hook.add('unset new_interface_mtu', leaf)
  return first.method === 'dhcp' || first.family === 'inet6'
    ? first.run(settingSlot(at), `ip link set dev $IFACE mtu ${leaf.value}`, leaf)
    : first.option('mtu', integer.print(leaf.value), leaf)
}

/** `ifdown -a`, and with it a restart of networking.service, passes over what has `no-auto-down` (interfaces(5)). */
const critical: InterfacesHandler<boolean> = (leaf, { stanzas }, { link, context }) => {
  stanzas.refuseNameless()
  if (!leaf.value) return context.ledger.imply(leaf, 'a restart of networking.service takes it down and up')
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, ...staysUp }, link)
  return stanzas.keep(leaf)
}

const staysUp = {
  does: 'a restart of networking.service leaves the device as it is, so new settings do not reach it',
  remedy: 'reboot, or run `ifdown` and `ifup` for it in one command, as soon as you can reach the machine otherwise',
}

/** `auto` is waited for, and `allow-hotplug` is not; only a device that udev sees can have the latter. */
const optional: InterfacesHandler<boolean> = (leaf, docs, { link, context }) => {
  const { ledger } = context
  if (!leaf.value) return ledger.imply(leaf, 'the boot waits for networking.service, which brings up what has `auto`')
  if (link.controller !== undefined) return ledger.imply(leaf, 'its bridge does not wait for it')
  if (link.kind === 'ethernet' || link.kind === 'wifi') return ledger.imply(leaf, 'it has allow-hotplug instead of auto')
  if (link.dhcp6.value && leaf.written) return ledger.lose(leaf, waits)
  return needsOwnClient(link) ? docs.client.set('background', command('-nw'), leaf) : ledger.imply(leaf, 'nothing in its stanza waits')
}

const waits = approximate(
  'ifup waits for the lease of DHCPv6: udev has no part in a device that ifup makes',
  'take `optional` out, or give it static addresses',
)

/** A link that is brought up by hand has no `auto`; one that stays down goes down again as soon as it is made. */
const activation: InterfacesHandler<'manual' | 'off'> = (leaf, docs, at) => {
  const { link, context } = at
  if (link.controller !== undefined) return lowerPort(leaf, docs, at)
  if (leaf.value === 'manual') return context.ledger.imply(leaf, 'it has no `auto` line: `ifup` brings it up')
  return docs.stanzas.last.run('lower', 'ip link set dev $IFACE down', leaf)
}
