import type { Cidr, Ip } from '../address.ts'
import type { Leaf } from '../leaf.ts'
import type { ManagerSettings } from './network-manager.ts'
import type { OvsSetting } from './ovs.ts'
import type { Route, Rule } from './routing.ts'

export type Renderer = 'networkd' | 'NetworkManager'

export interface Address {
  readonly address: Leaf<Cidr>
  /** IPv4 only. */
  readonly label: Leaf<string> | undefined
  /** `0`: preferred lifetime nought, so deprecated at once. */
  readonly lifetime: Leaf<'forever' | '0'> | undefined
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

/** Where the MAC comes from: the hardware, chance, what is there already, a hash of machine and profile, or of machine and Wi-Fi network. */
export type MacPolicy = 'permanent' | 'random' | 'preserve' | 'stable' | 'stable-ssid'

export type Ipv6Generation = 'eui64' | 'stable-privacy'

/** What router advertisements may change. */
export interface RaOverrides {
  readonly useDns: Leaf<boolean> | undefined
  readonly useDomains: Leaf<'true' | 'false' | 'route'> | undefined
  readonly table: Leaf<number> | undefined
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
  /** The id of the VRF that this link is in. */
  readonly vrf: string | undefined
  readonly renderer: Leaf<Renderer> | undefined
  /** The kernel's name for the device; absent where only `match` tells which device it is. */
  readonly interface: Leaf<string> | undefined
  /** The MAC that the device shall carry, lower case. */
  readonly mac: Leaf<string> | undefined
  /** In place of a MAC. */
  readonly macPolicy: Leaf<MacPolicy> | undefined
  /** The id of the port whose MAC the device shall inherit, where the description does not have that MAC. */
  readonly macFrom: Leaf<string> | undefined
  /** Bytes. */
  readonly mtu: Leaf<number> | undefined
  /** The kernel's ifalias. */
  readonly alias: Leaf<string> | undefined
  /** Whether the boot may go on without it. */
  readonly optional: Leaf<boolean>
  /** Whether it keeps its addresses when the network service stops. */
  readonly critical: Leaf<boolean> | undefined
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
  /** There when advertisements are accepted, and only then; so is the token. */
  readonly raOverrides: RaOverrides | undefined
  /** What the kernel's own IPv6 addresses end in; absent: the MAC. */
  readonly ipv6Generation: Leaf<Ipv6Generation> | undefined
  /** What the addresses of advertisements end in: an address of which the first 64 bits are nought. */
  readonly ipv6Token: Leaf<Ip> | undefined
  /** Bytes. */
  readonly ipv6Mtu: Leaf<number> | undefined
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
  readonly networkManager: ManagerSettings | undefined
  /** What Open vSwitch’s database says of the device. */
  readonly ovsSettings: readonly Leaf<OvsSetting>[]
}
