import { type Cidr, holds, interfaceIdentifier, readCidr } from '../../src/model/address.ts'
import { type Address, hasMac, type Link } from '../../src/model/network.ts'
import { hasMacOfPort } from './bond.ts'
import { cablesOf, passesAtOnce } from './cables.ts'
import { type Described, expectValue } from './described.ts'
import type { KernelAddresses, KernelState } from './kernel-state.ts'

/** The networks whose addresses the lab's DHCP servers give and its routers advertise. */
const leased = readCidr('10.66.0.0/16')
const advertised = readCidr('2001:db8:66::/48')
const linkLocal = readCidr('fe80::/10')
const ipv4LinkLocal = readCidr('169.254.0.0/16')

type Found = KernelAddresses['addr_info'][number]

const textOf = ({ local, prefixlen }: Found): string => `${local}/${prefixlen}`

export const addressesOf = (link: Link, name: string, state: KernelState, described: Described): readonly string[] => {
  const found = state.addresses.find(a => a.ifname === name)?.addr_info ?? []
  const within = (cidr: Cidr | undefined): readonly Found[] =>
    found.filter(({ local }) => cidr !== undefined && local !== undefined && holds(cidr, local))
  // Nobody has activated it.
  if (link.activation !== undefined) return found.map(address => `has ${textOf(address)}`)
  return [
    ...link.addresses.flatMap(address => staticOf(address, found)),
    ...leaseOf(link, within(leased).map(textOf), described.nics),
    ...advertisedOf(link, within(advertised), described),
    ...linkLocalOf(link, within(linkLocal), state.links.find(l => l.ifname === name)?.flags.includes('LOWER_UP') ?? false, described),
    ...surplusOf(link, found),
  ]
}

const staticOf = ({ address, label, lifetime }: Address, all: readonly Found[]): readonly string[] => {
  const found = all.find(f => textOf(f) === address.value.text)
  if (found === undefined) return [`lacks the address ${address.value.text}`]
  return [
    ...expectValue(`label of ${address.value.text}`, label?.value, found.label),
    ...expectValue(`${address.value.text} deprecated`, lifetime && lifetime.value === '0', found.preferred_life_time === 0),
  ]
}

/** What is none of those that the description, a lease, a router advertisement or the link-local range may give. */
const surplusOf = (link: Link, all: readonly Found[]): readonly string[] => {
  const known = [leased, advertised, linkLocal, link.linkLocal.value.ipv4 ? ipv4LinkLocal : undefined]
  return all
    .filter(found => !link.addresses.some(({ address }) => address.value.text === textOf(found)))
    .filter(({ local = '' }) => !known.some(network => network !== undefined && holds(network, local)))
    .map(found => `has the address ${textOf(found)}`)
}

/** The server knows a NIC by its MAC and gives it .100; a bridge with that MAC is to it the same machine. */
const leaseOf = (link: Link, leases: readonly string[], nics: Described['nics']): readonly string[] => {
  if (!link.dhcp4.value) return leases.map(address => `has ${address} from the DHCP server`)
  const index = Object.values(nics).indexOf(link.mac?.value.toLowerCase() ?? nics[link.id] ?? '')
  const second = leases.slice(1).map(address => `has ${address} from the DHCP server too`)
  if (index < 0) return leases.length > 0 ? second : ['has no address from the DHCP server']
  return [...expectValue('lease', `10.66.${index + 1}.100/24`, leases[0]), ...second]
}

/** Whether a router's advertisements have to give the link an address by the time of the dump. */
export const hearsRouter = (link: Link, described: Described): boolean =>
  link.activation === undefined &&
  link.acceptRa.value &&
  link.linkLocal.value.ipv6 &&
  passesAtOnce(link) &&
  cablesOf(link, described).length > 0

const advertisedOf = (link: Link, found: readonly Found[], described: Described): readonly string[] => {
  if (!link.acceptRa.value) return found.map(address => `has ${textOf(address)} from a router advertisement`)
  if (found.length === 0) return hearsRouter(link, described) ? ['has no address from a router advertisement'] : []
  const lasting = found.filter(address => address.temporary !== true)
  return [
    ...expectValue('temporary addresses', link.ipv6Privacy.value, lasting.length < found.length),
    ...lasting.flatMap(({ local = '' }) => endOf(link, local, described)),
  ]
}

/** The MAC that the device has, where that can be told before it boots. */
const macOf = (link: Link, { nics }: Described): string | undefined =>
  link.macPolicy === undefined && link.macFrom === undefined && !hasMacOfPort(link) ? (link.mac?.value ?? nics[link.id]) : undefined

/** What the last 64 bits of an address by router advertisement are made of. */
const endOf = (link: Link, local: string, described: Described): readonly string[] => {
  const endText = (text: string): string | undefined => interfaceIdentifier({ family: 6, text })?.text
  const mac = macOf(link, described)
  if (link.ipv6Token !== undefined) return expectValue(`end of ${local}`, endText(link.ipv6Token.value.text), endText(local))
  if (mac === undefined) return []
  const stable = link.ipv6Generation?.value === 'stable-privacy'
  return expectValue(`end of ${local} by the MAC`, !stable, endText(local) === endText(eui64(mac)))
}

const linkLocalOf = (link: Link, found: readonly Found[], carrier: boolean, described: Described): readonly string[] => {
  if (!link.linkLocal.value.ipv6) return found.map(address => `has the link-local address ${textOf(address)}`)
  // The kernel gives a VRF none (addrconf.c, netif_is_l3_master).
  if (!carrier || !hasMac(link) || link.kind === 'vrf') return []
  const mac = link.ipv6Generation?.value === 'stable-privacy' ? undefined : macOf(link, described)
  if (found.length === 0) return ['has no link-local address']
  return [
    ...expectValue('link-local address', mac && eui64(mac), found[0]?.local),
    ...found.slice(1).map(address => `has the link-local address ${textOf(address)} too`),
  ]
}

/** RFC 4291, appendix A. */
const eui64 = (mac: string): string => {
  const [first = 0, ...rest] = mac.split(':').map(octet => Number.parseInt(octet, 16))
  const octets = [first ^ 2, ...rest.slice(0, 2), 0xff, 0xfe, ...rest.slice(2)]
  const groups = [0, 2, 4, 6].map(i => (((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0)).toString(16))
  // Noughts at the beginning belong to the `::` (RFC 5952).
  return `fe80::${groups.join(':').replace(/^(0:)+/, '')}`
}
