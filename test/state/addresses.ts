import { type Cidr, holds, readCidr } from '../../src/model/address.ts'
import { type Address, hasMac, type Link } from '../../src/model/network.ts'
import { hasMacOfPort } from './bond.ts'
import { cablesOf, passesAtOnce } from './cables.ts'
import { type Described, expectValue } from './described.ts'
import type { KernelAddresses, KernelState } from './kernel-state.ts'

/** The networks whose addresses the lab's DHCP servers give and its routers advertise. */
const leased = readCidr('10.66.0.0/16')
const advertised = readCidr('2001:db8:66::/48')
const linkLocal = readCidr('fe80::/10')

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
    ...linkLocalOf(link, within(linkLocal), state.links.find(l => l.ifname === name)?.flags.includes('LOWER_UP') ?? false),
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

/** The server knows a NIC by its MAC and gives it .100; a bridge with that MAC is to it the same machine. */
const leaseOf = (link: Link, leases: readonly string[], nics: Described['nics']): readonly string[] => {
  if (!link.dhcp4.value) return leases.map(address => `has ${address} from the DHCP server`)
  const index = Object.values(nics).indexOf(link.mac?.value.toLowerCase() ?? nics[link.id] ?? '')
  if (index < 0) return leases.length > 0 ? [] : ['has no address from the DHCP server']
  return expectValue('lease', `10.66.${index + 1}.100/24`, leases[0])
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
  return expectValue(
    'temporary addresses',
    link.ipv6Privacy.value,
    found.some(address => address.temporary === true),
  )
}

const linkLocalOf = (link: Link, found: readonly Found[], carrier: boolean): readonly string[] => {
  if (!link.linkLocal.value.ipv6) return found.map(address => `has the link-local address ${textOf(address)}`)
  // The kernel gives a VRF none (addrconf.c, netif_is_l3_master).
  if (!carrier || !hasMac(link) || link.kind === 'vrf') return []
  const mac = link.ipv6Generation?.value === 'stable-privacy' || hasMacOfPort(link) ? undefined : link.mac?.value
  return found.length === 0 ? ['has no link-local address'] : expectValue('link-local address', mac && eui64(mac), found[0]?.local)
}

/** RFC 4291, appendix A. */
const eui64 = (mac: string): string => {
  const [first = 0, ...rest] = mac.split(':').map(octet => Number.parseInt(octet, 16))
  const octets = [first ^ 2, ...rest.slice(0, 2), 0xff, 0xfe, ...rest.slice(2)]
  const groups = [0, 2, 4, 6].map(i => (((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0)).toString(16))
  // Noughts at the beginning belong to the `::` (RFC 5952).
  return `fe80::${groups.join(':').replace(/^(0:)+/, '')}`
}
