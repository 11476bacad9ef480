import type { Ip } from '../../../model/address.ts'
import { isLoopback, type Link, type LinkBase, type LinkLocal } from '../../../model/network.ts'
import { implied, lost, nested, when, written } from '../../handlers.ts'
import { goesDown, radiosGoDown } from '../../networkmanager/limits.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { bare, integer, ip, word, yesNo } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { nameserverKeys } from '../keys.ts'
import { addressFields, openAddress } from './address.ts'
import { dhcp4Fields, dhcp6Fields, openOverrides } from './dhcp.ts'
import { ipv6Generation, ipv6Mtu, ipv6Token, raFields } from './ipv6.ts'
import { macPolicy } from './mac-policy.ts'
import * as manager from './manager.ts'
import { ofDevice } from './network-manager.ts'
import { ovsSetting } from './ovs-setting.ts'
import { openRoute, routeFields } from './route.ts'
import { closeRule, openRule, ruleFields } from './rule.ts'

const chooseNetworkd = 'choose networkd as the renderer'

/** netplan waits for every device at boot, and TAPs are nothing special to it. */
const optional: NetplanHandler<boolean> = (leaf, docs, at) =>
  leaf.written || leaf.value
    ? key('optional', yesNo)(leaf, docs, at)
    : at.context.ledger.imply(leaf, 'netplan waits for the device of itself')

/** netplan writes it for bridges of itself; TAPs stand among the NICs. */
const ignoreCarrier: NetplanHandler<boolean> = (leaf, docs, at) =>
  leaf.written || (leaf.value && at.link.kind !== 'bridge')
    ? key('ignore-carrier', yesNo)(leaf, docs, at)
    : at.context.ledger.imply(leaf, 'netplan does so of itself')

/** netplan 1.1 has the boot wait for a link-local address where there is no other, also on a tunnel that networkd gives none. */
const awaitsNothing = ({ kind, controller, linkLocal, addresses }: Link): boolean =>
  kind === 'tunnel' && controller === undefined && !linkLocal.value.ipv6 && addresses.length === 0

const linkLocal: NetplanHandler<LinkLocal> = (leaf, { definition }, { link, context }) => {
  const families = (['ipv4', 'ipv6'] as const).filter(family => leaf.value[family])
  if (!leaf.written && !awaitsNothing(link) && link.kind !== 'macvtap') return context.ledger.imply(leaf, 'netplan does so of itself')
  return definition.set('link-local', text('yaml', `[${families.join(', ')}]`), leaf)
}

/** networkd's default is the description's but for forwarding, of which it knows nothing when sysctl.d switches it on. */
const acceptRa: NetplanHandler<boolean> = (leaf, docs, at) =>
  leaf.written || leaf.value !== at.link.linkLocal.value.ipv6
    ? key('accept-ra', yesNo)(leaf, docs, at)
    : at.context.ledger.imply(leaf, 'networkd does so of itself')

const dhcp4 = written(key('dhcp4', yesNo))
const dhcp6 = written(key('dhcp6', yesNo))

const nameserver: NetplanHandler<Ip> = (leaf, { definition }) =>
  definition.below('nameservers', nameserverKeys).append('addresses', ip.print(leaf.value), leaf)

const searchDomain: NetplanHandler<string> = (leaf, { definition }) =>
  definition.below('nameservers', nameserverKeys).append('search', word.print(leaf.value), leaf)

const sysctl =
  (family: 'ipv4' | 'ipv6', name: string): NetplanHandler<boolean> =>
  (leaf, docs) =>
    docs.side.sysctl(family, name, leaf.value ? 1 : 0, leaf)

/** The NetworkManager that comes with 0.106 switches it off when it takes a device (its 1.44 does not). */
const ipv6Forwarding: NetplanHandler<boolean> = (leaf, docs, at) =>
  leaf.value && !at.context.since('1.1')
    ? docs.side.sysctlWhenUp('ipv6', 'forwarding', 1, leaf)
    : sysctl('ipv6', 'forwarding')(leaf, docs, at)

/** 0.106 has networkd keep the lease alone, and networkd complains where it is told both. */
const critical: NetplanHandler<boolean> = (leaf, docs, at) =>
  leaf.value && !at.context.since('1.1')
    ? docs.networkDropIn.section('Network').set('KeepConfiguration', text('ini', 'yes'), leaf)
    : key('critical', yesNo)(leaf, docs, at)

const criticalForManager: NetplanHandler<boolean> = (leaf, docs, at) =>
  leaf.value && goesDown(at.link) ? at.context.ledger.lose(leaf, radiosGoDown) : key('critical', yesNo)(leaf, docs, at)

const name: NetplanHandler<string> = (leaf, { definition }) => definition.name(leaf)

/** NetworkManager knows lo by a type of its own, which netplan has not (its nm.c, type_str). */
const notNic = absent('its NetworkManager renderer takes lo for a NIC, and NetworkManager never uses the profile', chooseNetworkd)

/** What every link has. */
export const common = {
  renderer: key('renderer', bare),
  interface: byRenderer(name, (leaf, docs, at) => (isLoopback(at.link) ? at.context.ledger.lose(leaf, notNic) : name(leaf, docs, at))),
  mac: key('macaddress', word),
  macPolicy,
  macFrom: implied('only a bridge has it'),
  mtu: key('mtu', integer),
  alias: (leaf, docs) => docs.side.alias(leaf),
  optional: byRenderer(optional, manager.optional),
  critical: byRenderer(critical, criticalForManager),
  activation: byRenderer(
    key('activation-mode', bare),
    when(
      leaf => leaf.value === 'manual',
      key('activation-mode', bare),
      lost(absent('its NetworkManager renderer can’t keep a device down', chooseNetworkd)),
    ),
  ),
  ignoreCarrier: byRenderer(ignoreCarrier, manager.ignoreCarrier),
  dhcp4: byRenderer(dhcp4, manager.notOnPort(dhcp4)),
  dhcp6: byRenderer(dhcp6, manager.notOnPort(manager.byMethod6(['auto', 'dhcp'], dhcp6))),
  dhcpIdentifier: byRenderer(
    key('dhcp-identifier', bare),
    passthrough('ipv4.dhcp-client-id', value => value),
  ),
  dhcp4Overrides: nested(openOverrides('dhcp4'), dhcp4Fields),
  dhcp6Overrides: nested(openOverrides('dhcp6'), dhcp6Fields),
  linkLocal: byRenderer(linkLocal, manager.linkLocal(linkLocal)),
  acceptRa: byRenderer(acceptRa, manager.notOnPort(manager.byMethod6(['auto', 'ignore'], manager.acceptRa(acceptRa)))),
  raOverrides: nested((docs: Docs) => docs, raFields),
  ipv6Generation,
  ipv6Token,
  ipv6Mtu,
  ipv6Privacy: written(key('ipv6-privacy', yesNo)),
  addresses: nested(openAddress, addressFields),
  routes: nested(openRoute, routeFields),
  rules: nested(openRule, ruleFields, closeRule),
  nameservers: byRenderer(nameserver, manager.notOnPort(manager.nameserver(nameserver))),
  searchDomains: byRenderer(searchDomain, manager.notOnPort(manager.searchDomain(searchDomain))),
  ipv4Forwarding: sysctl('ipv4', 'forwarding'),
  ipv6Forwarding: byRenderer(sysctl('ipv6', 'forwarding'), ipv6Forwarding),
  ipv4ProxyArp: sysctl('ipv4', 'proxy_arp'),
  ipv6ProxyNdp: sysctl('ipv6', 'proxy_ndp'),
  networkManager: ofDevice,
  ovsSettings: ovsSetting,
} satisfies Fields<LinkBase, Docs, NetplanAt>
