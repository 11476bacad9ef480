import type { Family } from '../../model/address.ts'
import { hasMac, isLoopback, isVirtual, type Link, lacksCarrier, type Network, settingOf } from '../../model/network.ts'

const methods4 = ['auto', 'manual', 'link-local', 'disabled'] as const
const methods6 = ['auto', 'dhcp', 'manual', 'link-local', 'ignore', 'disabled'] as const
export type Ipv4Method = (typeof methods4)[number]
export type Ipv6Method = (typeof methods6)[number]

const hasAddress = (link: Link, family: Family): boolean => link.addresses.some(({ address }) => address.value.family === family)
const isTuntap = (link: Link): boolean => link.kind === 'tap' || link.kind === 'tun'

/** The method that the description itself tells NetworkManager, which goes before what follows from the rest of it. */
const told = <M extends string>(link: Link, group: 'ipv4' | 'ipv6', methods: readonly M[]): M | undefined =>
  methods.find(method => method === settingOf(link.networkManager, `${group}.method`)?.value.value)

/** Whether the description itself tells NetworkManager of what type the device is: what is not said of such a one is left to the kernel, as with netplan. */
const hasOwnType = (link: Link): boolean => settingOf(link.networkManager, 'connection.type') !== undefined

/** `lo` knows only `auto` and `manual`, and keeps the kernel's addresses with both (nm-setting-loopback.c, nm-l3cfg.c). */
export function ipv4Method(link: Link): Ipv4Method {
  const method = told(link, 'ipv4', methods4)
  if (method !== undefined) return method
  if (link.dhcp4.value) return 'auto'
  if (hasAddress(link, 4)) return 'manual'
  if (isLoopback(link)) return 'auto'
  return link.linkLocal.value.ipv4 ? 'link-local' : 'disabled'
}

/** Whether no NIC and no radio can ever bring an answer to the device, so that only a program at a TAP can. */
export const isHidden = (link: Link, network: Network): boolean => isVirtual(link) && (isTuntap(link) || lacksCarrier(link, network))

/**
 * Whether NetworkManager hears no routers on the device. Of a tunnel that carries packets it can't make the end of an address, but of GRE over IPv4
 * (nm-core-utils.c, nm_utils_get_ipv6_interface_identifier), so `auto` waits for ever, and the boot for it.
 */
export const isDeaf = (link: Link): boolean => link.kind === 'tunnel' && !hasMac(link) && link.mode.value !== 'gre'

/** A dummy has nobody at its other end, so a profile that waits for a router holds the boot for a minute, and for nothing. */
const isDumb = (link: Link): boolean => link.kind === 'dummy' && (hasAddress(link, 6) || leavesToKernel(link))

/** How IPv6 comes to the device. */
export const ipv6Method = (link: Link, network: Network): Ipv6Method =>
  told(link, 'ipv6', methods6) ?? (isLoopback(link) ? (hasAddress(link, 6) ? 'manual' : 'auto') : meantMethod6(link, network))

/**
 * Run with 1.42 and 1.52: a profile whose IPv6 fails, and that has no IPv4, is taken down and begins anew, for a TAP
 * with a new device. It fails 60 s after the start of `auto` on a TAP that no program holds, because its link-local address waits for the carrier.
 * So a TAP or TUN without IPv4 gets what can't fail: `ignore` leaves link-local address and router advertisements to the kernel.
 */
function meantMethod6(link: Link, network: Network): Ipv6Method {
  const [ra, dhcp, fixed] = [link.acceptRa.value, link.dhcp6.value, hasAddress(link, 6)]
  const alone = ipv4Method(link) === 'disabled' && isHidden(link, network)
  if (!link.linkLocal.value.ipv6 && !ra && !dhcp && !fixed) return unasked(link)
  const deaf = isDeaf(link) || isDumb(link)
  if ((alone || hasOwnType(link) || deaf) && !fixed && leavesToKernel(link)) return 'ignore'
  const silent = (alone && isTuntap(link)) || isOwnManual(link)
  if (ra && !silent && !deaf) return 'auto'
  if (dhcp && !silent) return 'dhcp'
  return fixed ? 'manual' : 'link-local'
}

/** netplan tells NetworkManager `manual` beside an address. */
const isOwnManual = (link: Link): boolean => hasOwnType(link) && hasAddress(link, 6) && !link.acceptRa.written && !link.dhcp6.value

/** `disabled` would switch IPv6 off on a VRF, and with it what its members send. */
const unasked = (link: Link): Ipv6Method => (link.kind === 'vrf' ? 'ignore' : 'disabled')

/** With forwarding the kernel takes no advertisements of itself, and of name servers it knows nothing. */
const leavesToKernel = (link: Link): boolean =>
  link.acceptRa.value &&
  !link.dhcp6.value &&
  link.ipv6Forwarding?.value !== true &&
  !link.ipv6Privacy.value &&
  link.nameservers.length + link.searchDomains.length === 0 &&
  [link.raOverrides, link.ipv6Generation, link.ipv6Token, link.ipv6Mtu].every(part => part === undefined)

/** Whether name servers may stand in the group: elsewhere libnm refuses the whole profile. */
export const takesNameservers = (method: Ipv4Method | Ipv6Method): boolean => ['auto', 'dhcp', 'manual'].includes(method)

/** Whether the device is up at once, or not at all: NetworkManager-wait-online does not wait for it. */
export function settlesAtOnce(link: Link, network: Network): boolean {
  if (link.kind === 'wifi' || link.kind === 'modem') return false
  if (link.controller !== undefined || link.activation !== undefined || ipv4Method(link) === 'manual') return true
  const method = ipv6Method(link, network)
  if (ipv4Method(link) !== 'disabled') return false
  return method === 'disabled' || method === 'ignore' || (['manual', 'link-local'].includes(method) && seesCarrier(link))
}

/** Duplicate address detection ends: the NIC is not tried without a carrier, a TUN has no detection, and a dummy, a tunnel, a VXLAN and WireGuard always have a carrier. */
const seesCarrier = (link: Link): boolean => ['ethernet', 'tun', 'dummy', 'tunnel', 'vxlan', 'wireguard'].includes(link.kind)
