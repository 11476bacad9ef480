import type { LinkBase } from '../../../model/network.ts'
import { implied, lost, nested, when, written } from '../../handlers.ts'
import { addresses } from '../../interfaces/address.ts'
import { ignoreCarrier } from '../../interfaces/carrier.ts'
import { aliasCommand, setSysctl, sysctl } from '../../interfaces/commands.ts'
import { dhcp4Fields, dhcp6Fields } from '../../interfaces/dhcp.ts'
import { nameserver, searchDomain } from '../../interfaces/dns.ts'
import type { Docs, InterfacesAt, InterfacesHandler, Root } from '../../interfaces/documents.ts'
import { command, integer, word } from '../../interfaces/format.ts'
import { ipv6Mtu, ipv6Token, raFields } from '../../interfaces/ipv6.ts'
import { ovsSettings } from '../../interfaces/openvswitch.ts'
import { option } from '../../interfaces/option.ts'
import { ownMac } from '../../interfaces/own-mac.ts'
import { lowerPort } from '../../interfaces/port.ts'
import { routes, rules } from '../../interfaces/route.ts'
import { leaseInVrf } from '../../interfaces/vrf.ts'
import { notManager } from '../../not-manager.ts'
import { absent, type Fields } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import { startsClient } from '../plan.ts'
import { dhcp4, dhcp6, routeMetric } from './dhcp.ts'
import { acceptRa, ipv6Generation, linkLocal } from './ipv6.ts'

/** What every link has. */
export const common = {
  renderer: implied('it chooses the stack for -t auto, and this is ifupdown2'),
  // addons/vlan.py, _is_vlan_device: whatever holds a dot.
  interface: (leaf, { stanzas }, { context }) => {
    stanzas.refuseNameless()
    if (leaf.value.includes('.')) throw new Inexpressible('ifupdown2 takes a name with a dot for a VLAN', 'choose a name without a dot')
    return context.ledger.placed(leaf)
  },
  mac: ownMac(option('hwaddress', word)),
  macPolicy: (leaf, { side }) => side.macPolicy(leaf),
  macFrom: implied('only a bridge has it'),
  mtu: (leaf, { stanzas, hook }, { link }) => {
    if (link.dhcp4.value) hook.add('unset new_interface_mtu', leaf)
    return stanzas.first.option('mtu', integer.print(leaf.value), leaf)
  },
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
  dhcp4: leaseInVrf(dhcp4),
  dhcp6,
  dhcpIdentifier: (leaf, { stanzas, client }, at) => {
    if (leaf.value !== 'duid' || !startsClient(at.link))
      return at.context.ledger.imply(leaf, 'without -i dhclient lets the server go by the MAC')
    stanzas.refuseNameless()
    return client.set('identifier', command('-i'), leaf)
  },
  dhcp4Overrides: nested((docs: Docs) => docs, dhcp4Fields(routeMetric)),
  dhcp6Overrides: nested((docs: Docs) => docs, dhcp6Fields),
  // The option is no shell's business, and cuts blanks at its ends.
  alias: when(
    leaf => leaf.value !== leaf.value.trim() || leaf.value.includes('$IFACE'),
    aliasCommand,
    (leaf, { stanzas }) => stanzas.first.option('alias', word.print(leaf.value), leaf),
  ),
  ipv4Forwarding: sysctl('ipv4', 'forwarding'),
  ipv6Forwarding: sysctl('ipv6', 'forwarding'),
  ipv4ProxyArp: sysctl('ipv4', 'proxy_arp'),
  ipv6ProxyNdp: sysctl('ipv6', 'proxy_ndp'),
  nameservers: nameserver(({ stanzas }) => stanzas.first),
  searchDomains: searchDomain,
  // One metric holds for all gateways of an interface, so a route with a metric is a command.
  routes: routes(
    (route, { stanzas }) => stanzas.first.method === 'static' && route.metric === undefined && !stanzas.gateways.has(route.family),
  ),
  rules,
  networkManager: notManager<Docs, Root>(),
  ovsSettings,
} satisfies Fields<LinkBase, Docs, InterfacesAt>

const critical: InterfacesHandler<boolean> = when(
  leaf => leaf.value,
  lost(
    absent(
      'a restart of networking.service takes all devices down',
      'take it out, and apply changes by `ifreload -a`, which leaves alone what has not changed',
    ),
  ),
  implied('a restart of networking.service takes it down and up'),
)

/** networking.service goes through `auto` and then through `allow-hotplug`, and waits for both. */
const optional: InterfacesHandler<boolean> = (leaf, docs, { link, context }) => {
  const { ledger } = context
  if (!leaf.value) return ledger.imply(leaf, 'the boot waits for networking.service')
  if (link.controller !== undefined) return ledger.imply(leaf, 'its bridge does not wait for it')
  if (!link.dhcp4.value || !startsClient(link)) return ledger.imply(leaf, 'nothing in its stanza waits')
  docs.stanzas.refuseNameless()
  return docs.client.set('background', command('-nw'), leaf)
}

const activation: InterfacesHandler<'manual' | 'off'> = (leaf, docs, at) => {
  const { link, context } = at
  if (link.controller !== undefined) return lowerPort(leaf, docs, at)
  return leaf.value === 'off'
    ? docs.stanzas.first.option('link-down', word.print('yes'), leaf)
    : context.ledger.imply(leaf, 'it has no `auto` line: `ifup` brings it up')
}
