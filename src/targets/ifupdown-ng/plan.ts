import { type Address, type DhcpOverrides, isLoopback, type Link, type Network } from '../../model/network.ts'
import { isPlain } from '../interfaces/address.ts'
import type { PlannedStanza, Start } from '../interfaces/link-stanzas.ts'

/** The stanza of a link: ifupdown-ng joins all stanzas of an interface into one, and `address` lines of both families may stand in it. */
export function plan(link: Link, network: Network): readonly PlannedStanza[] {
  const addresses = link.addresses.filter(isNative)
  if (asksUdhcpc(link, network)) return [{ family: 'inet', method: 'dhcp', addresses }]
  if (isLoopback(link)) return [{ family: 'inet', method: 'loopback', addresses }]
  if (addresses.length === 0) return [{ family: 'inet', method: 'manual' }]
  const family = addresses.some(({ address }) => address.value.family === 4) ? 'inet' : 'inet6'
  return [{ family, method: 'static', addresses }]
}

/**
 * Whether an `address` line says it. The static executor finds out the family by the first digits after a dot or a colon, and a prefix of
 * nought bits is none to ifupdown-ng (libifupdown/interface.c).
 */
const isNative = (address: Address): boolean => {
  const { family, prefix, ip } = address.address.value
  return isPlain(address, 'none') && prefix > 0 && (family === 4 || /:[0-9a-f]/i.test(ip))
}

/** Whether a DHCP client of either family, or of none for an IPv4 link-local address, is started at all. */
const asks = (link: Link): boolean =>
  link.activation?.value !== 'off' && (link.dhcp4.value || link.dhcp6.value || link.linkLocal.value.ipv4)

/**
 * Whether the `dhcp` method serves: Alpine's udhcpc, with the metric and `peer-dns` that its script reads. It knows neither DHCPv6 nor
 * link-local addresses, flushes all IPv4 addresses of the interface when a lease ends, writes /etc/resolv.conf over, and uses neither MTU nor
 * host name nor time servers of the lease.
 */
export const asksUdhcpc = (link: Link, network: Network): boolean =>
  asks(link) &&
  link.dhcp4.value &&
  !link.dhcp6.value &&
  !link.linkLocal.value.ipv4 &&
  !link.optional.value &&
  link.dhcpIdentifier?.value !== 'duid' &&
  link.addresses.every(({ address }) => address.value.family === 6) &&
  network.links.every(other => other.nameservers.length + other.searchDomains.length === 0) &&
  isSimple(link.dhcp4Overrides)

const isSimple = (overrides: DhcpOverrides | undefined): boolean => {
  const { useNtp, useHostname, useMtu, useRoutes, useDomains, sendHostname, hostname } = overrides ?? {}
  return (
    [useNtp, useHostname, useMtu].every(leaf => leaf?.value !== true) &&
    useRoutes?.value !== false &&
    useDomains === undefined &&
    sendHostname?.value !== false &&
    hostname === undefined
  )
}

/** Whether commands start dhcpcd for all that is to be asked. */
export const asksDhcpcd = (link: Link, network: Network): boolean => asks(link) && !asksUdhcpc(link, network)

/** When ifupdown-ng brings a link up: there is no part for udev or mdev in it, so `allow-hotplug` would mean never. */
export const startOf = (link: Link): Start => (link.controller === undefined && link.activation?.value === 'manual' ? '' : 'auto')
