import type { Leaf } from './leaf.ts'
import type { Renderer } from './links/base.ts'
import type { Bond } from './links/bond.ts'
import type { Bridge } from './links/bridge.ts'
import type { Dummy } from './links/dummy.ts'
import type { Ipvlan } from './links/ipvlan.ts'
import type { Macvlan, Macvtap } from './links/macvlan.ts'
import type { Modem } from './links/modem.ts'
import { settingOf } from './links/network-manager.ts'
import type { NmDevice } from './links/nm-device.ts'
import type { OvsBond, OvsBridge, OvsGlobal, OvsVlan } from './links/ovs.ts'
import type { Ethernet } from './links/physical.ts'
import { carriesFrames, type Tunnel } from './links/tunnel.ts'
import type { Tap, Tun } from './links/tuntap.ts'
import { makesPair, type Veth } from './links/veth.ts'
import type { LooseVlan, Vlan } from './links/vlan.ts'
import type { Vrf } from './links/vrf.ts'
import type { Vxlan } from './links/vxlan.ts'
import type { Wifi } from './links/wifi.ts'
import type { Wireguard } from './links/wireguard.ts'
import { perNetwork } from './per-network.ts'

export * from './links/authentication.ts'
export type * from './links/base.ts'
export * from './links/bond.ts'
export type * from './links/bridge.ts'
export * from './links/bridge-vlan.ts'
export type * from './links/dummy.ts'
export type * from './links/ipvlan.ts'
export type * from './links/macvlan.ts'
export type * from './links/modem.ts'
export * from './links/network-manager.ts'
export type * from './links/nm-device.ts'
export type * from './links/ovs.ts'
export type * from './links/physical.ts'
export type * from './links/routing.ts'
export type * from './links/sriov.ts'
export * from './links/tunnel.ts'
export type * from './links/tuntap.ts'
export * from './links/veth.ts'
export type * from './links/vlan.ts'
export type * from './links/vrf.ts'
export * from './links/vxlan.ts'
export type * from './links/wifi.ts'
export * from './links/wireguard.ts'

/** What holds for the description as a whole. */
export interface Globals {
  readonly version: Leaf<number> | undefined
  readonly renderer: Leaf<Renderer> | undefined
  /** What is said of Open vSwitch as a whole. */
  readonly ovs: readonly Leaf<OvsGlobal>[]
}

/** What a network is made of. */
export interface NetworkParts {
  readonly globals: Globals
  readonly links: readonly Link[]
  /** What the description says to no effect, such as overrides of a DHCP that is off. */
  readonly noEffect: readonly Leaf<unknown>[]
}

/**
 * The network that a description means: references resolved, shorthands expanded, defaults that differ between stacks made explicit.
 * docs/meaning.md says what silence means.
 */
export class Network implements NetworkParts {
  readonly globals: Globals
  readonly links: readonly Link[]
  readonly noEffect: readonly Leaf<unknown>[]
  /** What was found of it. No spread copies it to another network, of which it would be wrong. */
  readonly #found = new Map<unknown, { readonly value: unknown }>()

  constructor({ globals, links, noEffect }: NetworkParts) {
    this.globals = globals
    this.links = links
    this.noEffect = noEffect
  }

  /** The same with other links. */
  withLinks(links: readonly Link[]): Network {
    return new Network({ globals: this.globals, links, noEffect: this.noEffect })
  }

  /** What `find` finds, which is looked for once. */
  once<T>(find: (network: Network) => T): T {
    const known = this.#found.get(find) ?? { value: find(this) }
    this.#found.set(find, known)
    return known.value as T
  }
}

export interface Links {
  readonly tap: Tap
  readonly tun: Tun
  readonly ethernet: Ethernet
  readonly wifi: Wifi
  readonly modem: Modem
  readonly dummy: Dummy
  readonly veth: Veth
  readonly bond: Bond
  readonly vlan: Vlan
  readonly 'loose-vlan': LooseVlan
  readonly macvlan: Macvlan
  readonly macvtap: Macvtap
  readonly ipvlan: Ipvlan
  readonly tunnel: Tunnel
  readonly vxlan: Vxlan
  readonly vrf: Vrf
  readonly wireguard: Wireguard
  readonly bridge: Bridge
  readonly 'nm-device': NmDevice
  readonly 'ovs-bridge': OvsBridge
  readonly 'ovs-bond': OvsBond
  readonly 'ovs-vlan': OvsVlan
}
export type LinkKind = keyof Links
export type Link = Links[LinkKind]

/** Where the definitions of a kind of link stand in the description; several kinds may share a place. */
export const sections = {
  tap: 'taps',
  tun: 'tuns',
  ethernet: 'ethernets',
  wifi: 'wifis',
  modem: 'modems',
  dummy: 'dummy-devices',
  veth: 'virtual-ethernets',
  bond: 'bonds',
  vlan: 'vlans',
  'loose-vlan': 'vlans',
  macvlan: 'macvlans',
  macvtap: 'macvtaps',
  ipvlan: 'ipvlans',
  tunnel: 'tunnels',
  vxlan: 'tunnels',
  vrf: 'vrfs',
  wireguard: 'tunnels',
  bridge: 'bridges',
  'nm-device': 'nm-devices',
  'ovs-bridge': 'bridges',
  'ovs-bond': 'bonds',
  'ovs-vlan': 'vlans',
} as const satisfies Record<LinkKind, string>

const linksById = perNetwork(({ links }) => new Map(links.map(link => [link.id, link])))

/** The link of that id; the model holds no reference that leads nowhere, so there is one. */
export const linkOf = (network: Network, id: string): Link => {
  const link = linksById(network).get(id)
  if (link === undefined) throw new Error(`no link ${id} in the model`)
  return link
}

/** Who shall configure the link, as netplan has it: its own renderer, else that of all, else networkd. */
export const rendererOf = (link: Link, network: Network): Renderer => (link.renderer ?? network.globals.renderer)?.value ?? 'networkd'

/** The least MTU with which a device has IPv6 (RFC 8200, section 5). */
export const ipv6Minimum = 1280

/** Whether the kernel makes the device, as opposed to finding it. */
export const isVirtual = (link: Link): boolean => !['ethernet', 'wifi', 'modem'].includes(link.kind)

/** Whether it is `lo`, which is there before all else and is no NIC. */
export const isLoopback = (link: Link): boolean => link.kind === 'ethernet' && link.interface?.value === 'lo'

/** Whether the link has ports: frames that come in by them are its own. */
export const hasPorts = (link: Link): link is Bond | Bridge => link.kind === 'bond' || link.kind === 'bridge'

/** Whether Open vSwitch makes the device. */
export const isOvs = (link: Link): link is OvsBridge | OvsBond | OvsVlan =>
  link.kind === 'ovs-bridge' || link.kind === 'ovs-bond' || link.kind === 'ovs-vlan'

/** The ids of the links that a link is made on: the ports of a bridge, what a VLAN is on, what a virtual function is one of. */
export const lowerOf = (link: Link): readonly string[] => {
  if (hasPorts(link)) return link.ports.map(port => port.link.value)
  if (link.kind === 'ethernet') return link.physicalFunction === undefined ? [] : [link.physicalFunction.value]
  if (link.kind === 'ovs-bridge' || link.kind === 'ovs-bond') return link.ports.map(port => port.link.value)
  return 'parent' in link && link.parent !== undefined ? [link.parent.value] : []
}

/** Whether the device is an InfiniBand one: its mode or a MAC of 20 octets tells. */
export const isInfiniband = (link: Link): boolean =>
  link.kind === 'ethernet' && (link.infinibandMode !== undefined || [link.mac, link.match?.mac].some(mac => (mac?.value.length ?? 0) > 17))

/** What systemd calls the type of a device that the kernel finds. */
export const deviceType = (link: Link): 'wlan' | 'infiniband' | 'ether' =>
  link.kind === 'wifi' ? 'wlan' : isInfiniband(link) ? 'infiniband' : 'ether'

/** The ids of the links that have to be there before a link: what it is made on, the VRF that it is in, and of a pair the end that makes both. */
export const neededBy = (link: Link): readonly string[] => {
  const others = link.vrf === undefined ? [] : [link.vrf]
  if (link.kind === 'veth' && !makesPair(link)) others.push(link.peer.value)
  return others.length === 0 ? lowerOf(link) : [...lowerOf(link), ...others]
}

/** Whether the boot waits for none of these links: to systemd-networkd-wait-online that is not the same as nothing to wait for. */
export const neverOnline = (links: readonly Link[]): boolean =>
  links.length > 0 && links.every(link => link.optional.value || link.activation !== undefined)

/** Kinds that have the carrier of what they are made on. */
export const carriedKinds: readonly LinkKind[] = ['bond', 'bridge', 'vlan', 'macvlan', 'macvtap', 'ipvlan']
/** Whether it has a carrier only while a program holds it: a TAP, also one that NetworkManager makes of a profile that says so. */
const isHeld = (link: Link): boolean =>
  link.kind === 'tap' || link.kind === 'tun' || settingOf(link.networkManager, 'connection.type')?.value.value === 'tun'

/** Whether the link has a carrier when its cable is in: a NIC, a radio, a dummy, or what is made on one, at whatever depth. */
const hasCarrier = (link: Link, network: Network): boolean =>
  carriedKinds.includes(link.kind) ? lowerOf(link).some(id => hasCarrier(linkOf(network, id), network)) : !isHeld(link)

/** Whether the link is made on others of which none has a carrier of its own, so that it may never get one: a bridge of TAPs, or without ports. */
export const lacksCarrier = (link: Link, network: Network): boolean => carriedKinds.includes(link.kind) && !hasCarrier(link, network)

/** Whether the description says where the MAC comes from. */
export const saysMac = (link: Link): boolean => link.mac !== undefined || link.macFrom !== undefined || link.macPolicy !== undefined

/** Whether the device has a MAC, as opposed to one that carries bare IP packets. */
export const hasMac = (link: Link): boolean =>
  link.kind !== 'tun' && link.kind !== 'wireguard' && (link.kind !== 'tunnel' || carriesFrames(link.mode.value))
