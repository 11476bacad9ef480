import type { Cidr, Family, Ip } from './address.ts'
import type { Leaf } from './leaf.ts'

export type Renderer = 'networkd' | 'NetworkManager'

/** What holds for the description as a whole. */
export interface Globals {
  readonly version: Leaf<number> | undefined
  readonly renderer: Leaf<Renderer> | undefined
}

/**
 * The network that a description means: references resolved, shorthands expanded, defaults that differ between stacks made explicit.
 * docs/meaning.md says what silence means.
 */
export interface Network {
  readonly globals: Globals
  readonly links: readonly Link[]
  /** What the description says to no effect, such as overrides of a DHCP that is off. */
  readonly noEffect: readonly Leaf<unknown>[]
}

/** Which device a definition means, when its kernel name does not tell. All that is given must hold. */
export interface Match {
  /** `match: {}`: every device of the type. */
  readonly all: Leaf<true> | undefined
  /** The kernel name, or a glob over it. */
  readonly name: Leaf<string> | undefined
  /** The permanent MAC. */
  readonly mac: Leaf<string> | undefined
  /** Globs over the driver's name; one must hold. */
  readonly drivers: readonly Leaf<string>[]
}

export interface Address {
  readonly address: Leaf<Cidr>
  /** IPv4 only. */
  readonly label: Leaf<string> | undefined
  /** `0`: preferred lifetime nought, so deprecated at once. */
  readonly lifetime: Leaf<'forever' | '0'> | undefined
}

export type RouteType =
  | 'unicast'
  | 'anycast'
  | 'blackhole'
  | 'broadcast'
  | 'local'
  | 'multicast'
  | 'nat'
  | 'prohibit'
  | 'throw'
  | 'unreachable'
  | 'xresolve'
export type RouteScope = 'global' | 'link' | 'host'

export interface Route {
  readonly family: Family
  /** A prefix; `default` is 0.0.0.0/0 or ::/0. */
  readonly to: Leaf<Cidr>
  readonly via: Leaf<Ip> | undefined
  /** The preferred source address. */
  readonly from: Leaf<Ip> | undefined
  readonly onLink: Leaf<boolean> | undefined
  readonly metric: Leaf<number> | undefined
  readonly type: Leaf<RouteType>
  readonly scope: Leaf<RouteScope>
  readonly table: Leaf<number> | undefined
  /** Bytes. */
  readonly mtu: Leaf<number> | undefined
  /** Initial congestion window, in segments. */
  readonly congestionWindow: Leaf<number> | undefined
  /** Initial advertised receive window, in segments. */
  readonly receiveWindow: Leaf<number> | undefined
  /** Advertised MSS, in bytes. */
  readonly advertisedMss: Leaf<number> | undefined
}

export interface Rule {
  readonly family: Family
  readonly from: Leaf<Cidr> | undefined
  readonly to: Leaf<Cidr> | undefined
  readonly table: Leaf<number> | undefined
  readonly priority: Leaf<number> | undefined
  readonly mark: Leaf<number> | undefined
  readonly typeOfService: Leaf<number> | undefined
}

/** What a lease may change. Booleans that nobody wrote are absent; docs/meaning.md has the defaults. */
export interface DhcpOverrides {
  readonly useDns: Leaf<boolean> | undefined
  readonly useNtp: Leaf<boolean> | undefined
  readonly useHostname: Leaf<boolean> | undefined
  readonly useMtu: Leaf<boolean> | undefined
  readonly useRoutes: Leaf<boolean> | undefined
  readonly useDomains: Leaf<'true' | 'false' | 'route'> | undefined
  readonly sendHostname: Leaf<boolean> | undefined
  readonly hostname: Leaf<string> | undefined
  readonly routeMetric: Leaf<number> | undefined
}

/** Which link-local addresses the kernel or the stack makes. */
export interface LinkLocal {
  readonly ipv4: boolean
  readonly ipv6: boolean
}

export interface LinkBase {
  /** The definition's name: for file names, never for the kernel. */
  readonly id: string
  /** The id of the bridge that this link is a port of. */
  readonly controller: string | undefined
  readonly renderer: Leaf<Renderer> | undefined
  /** The kernel's name for the device; absent where only `match` tells which device it is. */
  readonly interface: Leaf<string> | undefined
  /** The MAC that the device shall carry, lower case. */
  readonly mac: Leaf<string> | undefined
  /** The id of the port whose MAC the device shall inherit, where the description does not have that MAC. */
  readonly macFrom: Leaf<string> | undefined
  /** Bytes. */
  readonly mtu: Leaf<number> | undefined
  /** The kernel's ifalias. */
  readonly alias: Leaf<string> | undefined
  /** Whether the boot may go on without it. */
  readonly optional: Leaf<boolean>
  readonly activation: Leaf<'manual' | 'off'> | undefined
  /** Whether addresses are set without carrier. */
  readonly ignoreCarrier: Leaf<boolean>
  readonly dhcp4: Leaf<boolean>
  readonly dhcp6: Leaf<boolean>
  readonly dhcpIdentifier: Leaf<'duid' | 'mac'> | undefined
  /** There when DHCP is on, and only then; it holds the metric that the description means. */
  readonly dhcp4Overrides: DhcpOverrides | undefined
  readonly dhcp6Overrides: DhcpOverrides | undefined
  readonly linkLocal: Leaf<LinkLocal>
  readonly acceptRa: Leaf<boolean>
  readonly ipv6Privacy: Leaf<boolean>
  readonly addresses: readonly Address[]
  readonly routes: readonly Route[]
  readonly rules: readonly Rule[]
  readonly nameservers: readonly Leaf<Ip>[]
  readonly searchDomains: readonly Leaf<string>[]
  readonly ipv4Forwarding: Leaf<boolean> | undefined
  readonly ipv6Forwarding: Leaf<boolean> | undefined
  readonly ipv4ProxyArp: Leaf<boolean> | undefined
  readonly ipv6ProxyNdp: Leaf<boolean> | undefined
}

export interface PhysicalLink extends LinkBase {
  readonly match: Match | undefined
  /** The name to give to the matched device; also its `interface`. */
  readonly setName: Leaf<string> | undefined
  /** Wake by magic packet. */
  readonly wakeOnLan: Leaf<boolean> | undefined
}

export interface Ethernet extends PhysicalLink {
  readonly kind: 'ethernet'
}

export type KeyManagement = 'none' | 'psk' | 'sae' | 'psk+sae'

export interface AccessPoint {
  readonly ssid: Leaf<string>
  /** `psk+sae`: a bare `password`, WPA2 or WPA3, whichever the access point has. */
  readonly keyManagement: Leaf<KeyManagement>
  /** 8 to 63 characters, or 64 hex digits for a ready PSK. */
  readonly password: Leaf<string> | undefined
  readonly bssid: Leaf<string> | undefined
  readonly band: Leaf<'2.4GHz' | '5GHz'> | undefined
  readonly channel: Leaf<number> | undefined
  readonly hidden: Leaf<boolean> | undefined
  readonly mode: Leaf<'infrastructure'> | undefined
}

export interface Wifi extends PhysicalLink {
  readonly kind: 'wifi'
  readonly accessPoints: readonly AccessPoint[]
  /** 4-address (WDS) mode. */
  readonly fourAddress: Leaf<boolean> | undefined
}

export interface BridgePort {
  /** The id of the port's definition. */
  readonly link: Leaf<string>
  readonly pathCost: Leaf<number> | undefined
  readonly priority: Leaf<number> | undefined
}

export interface Bridge extends LinkBase {
  readonly kind: 'bridge'
  readonly ports: readonly BridgePort[]
  readonly stp: Leaf<boolean>
  readonly priority: Leaf<number> | undefined
  /** Seconds, as are the other times. */
  readonly forwardDelay: Leaf<number> | undefined
  readonly helloTime: Leaf<number> | undefined
  readonly maxAge: Leaf<number> | undefined
  readonly ageingTime: Leaf<number> | undefined
}

/** A persistent TAP or TUN device. */
export interface Tuntap extends LinkBase {
  /** User name or number; absent: only root may attach. */
  readonly owner: Leaf<string> | undefined
  readonly group: Leaf<string> | undefined
  readonly multiQueue: Leaf<boolean>
  readonly vnetHeader: Leaf<boolean>
  readonly packetInfo: Leaf<boolean>
}

export interface Tap extends Tuntap {
  readonly kind: 'tap'
}

export interface Tun extends Tuntap {
  readonly kind: 'tun'
}

export type Link = Ethernet | Wifi | Bridge | Tap | Tun
export type LinkKind = Link['kind']

/** The link of that id; the model holds no reference that leads nowhere, so there is one. */
export const linkOf = (network: Network, id: string): Link => {
  const link = network.links.find(l => l.id === id)
  if (link === undefined) throw new Error(`no link ${id} in the model`)
  return link
}

/** Whether the kernel makes the device, as opposed to finding it. */
export const isVirtual = (link: Link): boolean => link.kind !== 'ethernet' && link.kind !== 'wifi'

/** Whether the link is a bridge that no NIC and no Wi-Fi is a port of, so that it may never get a carrier. */
export const lacksNic = (link: Link, network: Network): boolean =>
  link.kind === 'bridge' && link.ports.every(port => isVirtual(linkOf(network, port.link.value)))
