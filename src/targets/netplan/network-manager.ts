import type { Family } from '../../model/address.ts'
import { type Bond, type Bridge, hasMac, isInfiniband, type Link, type Network } from '../../model/network.ts'
import { joined, type Piece, piece } from '../documents/document.ts'
import { ipv4Method, ipv6Method, takesNameservers } from '../networkmanager/methods.ts'
import { text } from '../text.ts'
import type { Docs, NetplanContext } from './documents.ts'
import { isForeign } from './foreign.ts'
import { word } from './format.ts'
import { putSetting, settings } from './handlers.ts'
import { takenOf } from './taken.ts'

/** Whether the link asks a DHCP server of the family. */
export const asksDhcp = (link: Link, family: Family): boolean => (family === 4 ? link.dhcp4 : link.dhcp6).value

/** Whether the link has a static address of the family. */
export const hasAddress = (link: Link, family: Family): boolean => link.addresses.some(({ address }) => address.value.family === family)

/** The method that netplan writes (its src/nm.c); '' where that hangs on more. */
const netplanMethod4 = (link: Link, context: NetplanContext): string => {
  if (link.dhcp4.value) return 'auto'
  if (hasAddress(link, 4)) return 'manual'
  return link.kind === 'tunnel' && !isForeign(link, context) ? 'disabled' : 'link-local'
}
export const netplanMethod6 = (link: Link, network: Network): string =>
  getsLease6(link, network) ? 'auto' : hasAddress(link, 6) || generates(link, network) ? 'manual' : ''

/** Whether the way to make addresses is written: of no MAC none can be made. */
export const generates = (link: Link, network: Network): boolean =>
  link.ipv6Generation !== undefined &&
  (link.ipv6Generation.value !== 'eui64' || hasMac(link) || ['disabled', 'ignore'].includes(ipv6Method(link, network)))

/** A TAP that waits for a program gets no DHCPv6, which is a loss there. */
const getsLease6 = (link: Link, network: Network): boolean => link.dhcp6.value && ['auto', 'dhcp'].includes(ipv6Method(link, network))

const otherwise = 'netplan would choose another method'
const noMetric = 'the kernel’s own metric, not that of the kind of device'
const forEver = 'NetworkManager would give up in the end and take the device down'

/** What NetworkManager has to be told beside netplan's keys, so that they mean what they mean with networkd. */
export function tellMeaning(link: Link, docs: Docs, context: NetplanContext): void {
  if (link.kind === 'ethernet' && !isInfiniband(link) && link.wakeOnLan === undefined && !docs.passed.has('connection.type'))
    putSetting(docs, 'ethernet.wake-on-lan', 32768, 'leaves wake-on-LAN to the driver; netplan would switch it off')
  if (severalDevices(link)) tellSeveral(docs)
  // A port has no addresses to set up.
  if (link.controller !== undefined) return
  const taken = takenOf(link, context)
  tellIpv4(taken, docs, context)
  tellIpv6(taken, docs, context.network)
}

const tellIpv4 = (link: Link, docs: Docs, context: NetplanContext): void => {
  const method = ipv4Method(link)
  if (method !== netplanMethod4(link, context)) putSetting(docs, 'ipv4.method', method, otherwise)
  // 3: beside other addresses (NM_SETTING_IP4_LL_ENABLED).
  if (link.linkLocal.value.ipv4 && method !== 'link-local') putSetting(docs, 'ipv4.link-local', 3, 'netplan would leave it out')
  if (link.dhcp4.value) putSetting(docs, 'ipv4.dhcp-timeout', 2147483647, forEver)
  if (method === 'manual') putSetting(docs, 'ipv4.route-metric', 0, noMetric)
}

const tellIpv6 = (link: Link, docs: Docs, network: Network): void => {
  const method = ipv6Method(link, network)
  if (method !== (netplanMethod6(link, network) || 'ignore')) putSetting(docs, 'ipv6.method', method, otherwise)
  if (method === 'disabled' || method === 'ignore') return
  if (!hasMac(link)) putSetting(docs, 'ipv6.addr-gen-mode', 'stable-privacy', 'there is no MAC that an address could be made of')
  if (netplanMethod6(link, network) === '')
    putSetting(docs, 'ipv6.ip6-privacy', link.ipv6Privacy.value ? 2 : 0, 'netplan writes it only beside addresses')
  if (getsLease6(link, network)) putSetting(docs, 'ipv6.dhcp-timeout', 2147483647, forEver)
  if (method === 'auto' && ipv4Method(link) === 'disabled') putSetting(docs, 'ipv6.ra-timeout', 2147483647, forEver)
  if (method === 'manual') putSetting(docs, 'ipv6.route-metric', 0, noMetric)
  if (takesNameservers(method) && !namesReach(link) && !docs.passed.has('ipv6.dns-search'))
    settings(docs).push('ipv6.dns-search', domains(link))
}

/** netplan writes search domains only beside addresses or name servers. */
const namesReach = (link: Link): boolean =>
  link.searchDomains.length === 0 ||
  ([4, 6] as const).some(family => asksDhcp(link, family) || hasAddress(link, family)) ||
  link.nameservers.some(server => server.value.family === 6)

const domains = (link: Link): Piece => ({
  ...joined(
    link.searchDomains.map(domain => piece(text('yaml', domain.value), domain)),
    '',
  ),
  text: word.print(link.searchDomains.map(domain => `${domain.value};`).join('')),
})

/** A modem is found by its port alone, whatever MAC is described. */
const severalDevices = (link: Link): boolean =>
  link.interface === undefined && 'match' in link && (link.kind === 'modem' || link.match?.mac === undefined)

/** 3: active on several devices at once (NM_CONNECTION_MULTI_CONNECT_MULTIPLE), and after the profiles of one device. */
const tellSeveral = (docs: Docs): void => {
  putSetting(docs, 'connection.multi-connect', 3, 'the definition may match several devices')
  putSetting(docs, 'connection.autoconnect-priority', -1, 'a definition of one device goes before')
}

/** Ports come up with their bridge or bond and wait with it: a port that comes up by itself would bring that up. */
export function tellPorts(link: Bond | Bridge, context: NetplanContext): void {
  const waiting = link.activation === undefined ? [] : link.ports.filter(port => context.link(port.link.value).activation === undefined)
  for (const port of waiting)
    putSetting(context.docs(port.link.value), 'connection.autoconnect', 'false', `the port would bring up its ${link.kind}`)
  if (waiting.length > 0) putSetting(context.docs(link.id), 'connection.autoconnect-slaves', 1, `the ports come up with the ${link.kind}`)
}
