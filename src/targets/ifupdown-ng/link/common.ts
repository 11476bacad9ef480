import type { LinkBase } from '../../../model/network.ts'
import { isWayTo } from '../../../model/way-to.ts'
import { implied, lost, nested, when, written } from '../../handlers.ts'
import { addresses } from '../../interfaces/address.ts'
import { ignoreCarrier } from '../../interfaces/carrier.ts'
import { aliasCommand, setSysctl, sysctl } from '../../interfaces/commands.ts'
import type { Docs, InterfacesAt, InterfacesHandler, Root } from '../../interfaces/documents.ts'
import { command, integer, word } from '../../interfaces/format.ts'
import { ipv6Mtu, ipv6Token, raFields } from '../../interfaces/ipv6.ts'
import { ovsSettings } from '../../interfaces/openvswitch.ts'
import { lowerPort } from '../../interfaces/port.ts'
import { routes, rules } from '../../interfaces/route.ts'
import { leaseInMain } from '../../interfaces/vrf.ts'
import { notManager } from '../../not-manager.ts'
import { absent, type Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import { asksDhcpcd } from '../plan.ts'
import { dhcp4, dhcp4Fields, dhcp6, dhcp6Fields, dhcpIdentifier } from './dhcp.ts'
import { nameserver, searchDomain } from './dns.ts'
import { acceptRa, ipv6Generation, linkLocal } from './ipv6.ts'
import { macPolicy } from './mac-policy.ts'

const takenDown = absent(
  'a restart of networking takes all devices down',
  'take it out, and apply changes by `ifdown` and `ifup` of what has changed',
)

/** Throws Inexpressible for a name that means something else to ifupdown-ng. */
export const refuseName = (name: string): void => {
  if (name.includes('.')) throw new Inexpressible('ifupdown-ng takes a name with a dot for a VLAN', 'choose a name without a dot')
  if (name === 'defaults') throw new Inexpressible('ifupdown-ng takes `defaults` for a template', 'choose another name')
}

/** What every link has. */
export const common = {
  renderer: implied('it chooses the stack for -t auto, and this is ifupdown-ng'),
  // A name with a dot is a VLAN to the link executor, and `defaults` is a template for all others.
  interface: (leaf, { stanzas }, { context }) => {
    stanzas.refuseNameless()
    context.root.dialect.guard(leaf.value)
    refuseName(leaf.value)
    return context.ledger.placed(leaf)
  },
  mac: (leaf, { stanzas }) => stanzas.first.option('hwaddress', word.print(leaf.value), leaf),
  macPolicy,
  macFrom: implied('only a bridge has it'),
  mtu: (leaf, { stanzas, configuration }, { link, context }) => {
    if (asksDhcpcd(link, context.network)) configuration.add(text('shell', 'nooption interface_mtu'), leaf)
    return stanzas.first.option('mtu', integer.print(leaf.value), leaf)
  },
  optional: (leaf, docs, at) => optional(leaf, docs, at),
  critical: when<boolean, Docs, InterfacesAt>(leaf => leaf.value, lost(takenDown), implied('a restart of networking takes it down and up')),
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
  dhcp4: leaseInMain(dhcp4),
  dhcp6,
  dhcpIdentifier,
  dhcp4Overrides: nested((docs: Docs) => docs, dhcp4Fields),
  dhcp6Overrides: nested((docs: Docs) => docs, dhcp6Fields),
  alias: aliasCommand,
  ipv4Forwarding: sysctl('ipv4', 'forwarding'),
  ipv6Forwarding: sysctl('ipv6', 'forwarding'),
  ipv4ProxyArp: sysctl('ipv4', 'proxy_arp'),
  ipv6ProxyNdp: sysctl('ipv6', 'proxy_ndp'),
  nameservers: nameserver,
  searchDomains: searchDomain,
  // One metric holds for all gateways of a stanza, and for its lease; only newer versions and Alpine's take a gateway for on-link, and a route to it comes after it.
  routes: routes(
    (route, { stanzas: { first, gateways } }, link) =>
      first.method === 'static' &&
      route.onLink?.value !== true &&
      !link.routes.some(other => route.via !== undefined && isWayTo(other, route.via.value)) &&
      (gateways.size === 0 || (!gateways.has(route.family) && route.metric === undefined && !first.has('metric'))),
  ),
  rules,
  networkManager: notManager<Docs, Root>(),
  ovsSettings,
} satisfies Fields<LinkBase, Docs, InterfacesAt>

/** `ifup -a` goes through `auto` one by one. */
const optional: InterfacesHandler<boolean> = (leaf, docs, { link, context }) => {
  const { ledger } = context
  if (!leaf.value) return ledger.imply(leaf, 'OpenRC’s networking waits for all that has `auto`')
  if (link.controller !== undefined) return ledger.imply(leaf, 'its bridge does not wait for it')
  if (!asksDhcpcd(link, context.network)) return ledger.imply(leaf, 'nothing in its stanza waits')
  docs.stanzas.refuseNameless()
  return docs.client.set('background', command('-b'), leaf)
}

/** A link that is brought up by hand has no `auto`; one that stays down goes down again as soon as it is made. */
const activation: InterfacesHandler<'manual' | 'off'> = (leaf, docs, at) => {
  const { link, context } = at
  if (link.controller !== undefined) return lowerPort(leaf, docs, at)
  if (leaf.value === 'manual') return context.ledger.imply(leaf, 'it has no `auto` line: `ifup` brings it up')
  return docs.stanzas.last.run('lower', 'ip link set dev $IFACE down', leaf)
}
