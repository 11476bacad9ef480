import type { Leaf } from '../../../model/leaf.ts'
import { hasMac, isLoopback, type LinkBase, type MacPolicy } from '../../../model/network.ts'
import { noMac } from '../../../side/mac-policy.ts'
import { implied, nested } from '../../handlers.ts'
import { absent, approximate, type Fields, value, version } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word, yesNo } from '../format.ts'
import { deviceGroup, type NmAt, type NmHandler, notOnPort, sysctl } from '../handlers.ts'
import { goesDown, radiosGoDown } from '../limits.ts'
import { settlesAtOnce } from '../methods.ts'
import { ovsSetting } from '../ovs-join.ts'
import { ofDevice } from '../settings.ts'
import { addressFields } from './address.ts'
import { raFields } from './advertisement.ts'
import { dhcp4, dhcp4Fields, dhcp6, dhcp6Fields, dhcpIdentifier } from './dhcp.ts'
import { acceptRa, ipv6Generation, ipv6Mtu, ipv6Privacy, ipv6Token, linkLocal } from './ipv6.ts'
import { nameserver, searchDomain } from './resolver.ts'
import { closeRoute, openRoute, routeFields } from './route.ts'
import { closeRule, openRule, ruleFields } from './rule.ts'

/** NetworkManager has no word for it: all that activates by itself counts for NetworkManager-wait-online. */
const optional: NmHandler<boolean> = (leaf, _docs, { link, context }) => {
  if (!leaf.value) return context.ledger.imply(leaf, 'NetworkManager-wait-online waits for every profile that activates by itself')
  if (settlesAtOnce(link, context.network)) return context.ledger.imply(leaf, 'there is nothing to wait for')
  return context.ledger.lose(leaf, waited)
}

const waited = approximate(
  'NetworkManager-wait-online waits for it too, for a minute at most',
  'allow the loss, or disable NetworkManager-wait-online.service if nothing at boot needs the network',
)

const macPolicy: NmHandler<MacPolicy> = (leaf, docs, at) => {
  const { link, context } = at
  if (!hasMac(link)) return context.ledger.lose(leaf, noMac)
  if (leaf.value === 'stable-ssid' && !context.since('1.46')) return context.ledger.lose(leaf, noSsid)
  return docs.profiles.set(deviceGroup(at), 'cloned-mac-address', word.print(leaf.value), leaf)
}

const noSsid = version('stable-ssid came with 1.46', 'render for networkmanager@1.52 if the machine has 1.46 or newer, or write `stable`')

const critical: NmHandler<boolean> = (leaf, _docs, { link, context }) =>
  leaf.value && goesDown(link)
    ? context.ledger.lose(leaf, radiosGoDown)
    : context.ledger.imply(leaf, 'NetworkManager leaves the device as it is when it stops')

const activation: NmHandler<'manual' | 'off'> = (leaf, docs, { context }) =>
  leaf.value === 'manual'
    ? docs.profiles.set('connection', 'autoconnect', yesNo.print(false), leaf)
    : context.ledger.lose(
        leaf,
        absent('a profile can wait for a person, but nothing keeps a device down', 'write `activation-mode: manual`'),
      )

/** Bridges ignore the carrier of themselves; a NIC is tried only when it has one, unless the daemon's configuration says otherwise. */
const ignoreCarrier: NmHandler<boolean> = (leaf, docs, at) => {
  const { link, context } = at
  if (!leaf.written) return context.ledger.imply(leaf, 'NetworkManager does so of itself')
  if (link.kind === 'tap' || link.kind === 'tun')
    return leaf.value
      ? context.ledger.imply(leaf, 'NetworkManager never waits for the carrier of a TAP or TUN')
      : context.ledger.lose(leaf, absent('it never waits for the carrier of a TAP or TUN', 'take it out'))
  const which = devices(at)
  if (which === undefined) return context.ledger.lose(leaf, notBoth)
  for (const one of which) docs.device.append('match-device', text('keyfile', one.value), one, ',')
  return docs.device.set('ignore-carrier', yesNo.print(leaf.value), leaf)
}

const notBoth = value('its device list can’t ask for name and driver at once', 'write `match.macaddress`, or give the device a name')

/** The device in the words of NetworkManager.conf(5), "Device List Format", where one item has to hold; undefined when both of two had to. */
const devices = ({ link }: NmAt): readonly Leaf<string>[] | undefined => {
  if (link.interface !== undefined) return [link.interface.map(name => `interface-name:=${name}`)]
  const { mac, name, drivers = [], all } = ('match' in link ? link.match : undefined) ?? {}
  if (mac !== undefined) return [mac.map(m => `mac:${m}`)]
  if (name !== undefined) return drivers.length > 0 ? undefined : [name.map(glob => `interface-name:${glob}`)]
  return [
    ...drivers.map(driver => driver.map(glob => `driver:${glob}`)),
    ...(all === undefined ? [] : [all.map(() => `type:${link.kind}`)]),
  ]
}

const noLoopback = version('it has profiles for lo only from 1.42 on', 'give the addresses to a dummy device below `dummy-devices`')

/** NetworkManager before 1.44 switches it off when it takes a device (nm-device.c, ip6_managed_setup). */
const ipv6Forwarding: NmHandler<boolean> = (leaf, docs, at) =>
  leaf.value && !at.context.since('1.44')
    ? docs.side.sysctlWhenUp('ipv6', 'forwarding', 1, leaf)
    : sysctl('ipv6', 'forwarding')(leaf, docs, at)

/** What every link has. */
export const common = {
  renderer: implied('it chooses the stack for -t auto, and this is NetworkManager'),
  interface: (leaf, docs, { link, context }) =>
    isLoopback(link) && !context.since('1.42')
      ? context.ledger.lose(leaf, noLoopback)
      : docs.profiles.set('connection', 'interface-name', word.print(leaf.value), leaf),
  mac: (leaf, docs, at) => {
    const group = deviceGroup(at)
    // NetworkManager has no setting for it.
    if (group === 'infiniband') return docs.side.macAddress(leaf)
    return docs.profiles.set(group, 'cloned-mac-address', word.print(leaf.value), leaf)
  },
  macPolicy,
  macFrom: implied('only a bridge has it'),
  mtu: (leaf, docs, at) =>
    docs.profiles.set(
      isLoopback(at.link) && at.context.since('1.42') ? 'loopback' : deviceGroup(at),
      'mtu',
      text('keyfile', String(leaf.value)),
      leaf,
    ),
  alias: (leaf, docs) => docs.side.alias(leaf),
  optional,
  critical,
  activation,
  ignoreCarrier,
  dhcp4: notOnPort(dhcp4),
  dhcp6: notOnPort(dhcp6),
  dhcpIdentifier,
  dhcp4Overrides: nested((docs: Docs) => docs, dhcp4Fields),
  dhcp6Overrides: nested((docs: Docs) => docs, dhcp6Fields),
  linkLocal,
  acceptRa: notOnPort(acceptRa),
  raOverrides: nested((docs: Docs) => docs, raFields),
  ipv6Generation,
  ipv6Token,
  ipv6Mtu,
  ipv6Privacy: notOnPort(ipv6Privacy),
  addresses: nested((docs: Docs) => docs, addressFields),
  routes: nested(openRoute, routeFields, closeRoute),
  rules: nested(openRule, ruleFields, closeRule),
  nameservers: notOnPort(nameserver),
  searchDomains: notOnPort(searchDomain),
  ipv4Forwarding: sysctl('ipv4', 'forwarding'),
  ipv6Forwarding,
  ipv4ProxyArp: sysctl('ipv4', 'proxy_arp'),
  ipv6ProxyNdp: sysctl('ipv6', 'proxy_ndp'),
  networkManager: ofDevice,
  ovsSettings: ovsSetting,
} satisfies Fields<LinkBase, Docs, NmAt>
