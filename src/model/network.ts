import type { Leaf } from './leaf.ts'
import type { Renderer } from './links/base.ts'
import type { Bridge } from './links/bridge.ts'
import type { Modem } from './links/modem.ts'
import type { NmDevice } from './links/nm-device.ts'
import type { Ethernet } from './links/physical.ts'
import type { Tap, Tun } from './links/tuntap.ts'
import type { Wifi } from './links/wifi.ts'

export * from './links/authentication.ts'
export type * from './links/base.ts'
export type * from './links/bridge.ts'
export * from './links/bridge-vlan.ts'
export type * from './links/modem.ts'
export * from './links/network-manager.ts'
export type * from './links/nm-device.ts'
export type * from './links/physical.ts'
export type * from './links/routing.ts'
export type * from './links/tuntap.ts'
export type * from './links/wifi.ts'

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

export type Link = Ethernet | Wifi | Modem | Bridge | Tap | Tun | NmDevice
export type LinkKind = Link['kind']

/** Where the definitions of a kind of link stand in the description. */
export const sections = {
  tap: 'taps',
  tun: 'tuns',
  ethernet: 'ethernets',
  wifi: 'wifis',
  modem: 'modems',
  bridge: 'bridges',
  'nm-device': 'nm-devices',
} as const satisfies Record<LinkKind, string>

/** The link of that id; the model holds no reference that leads nowhere, so there is one. */
export const linkOf = (network: Network, id: string): Link => {
  const link = network.links.find(l => l.id === id)
  if (link === undefined) throw new Error(`no link ${id} in the model`)
  return link
}

/** Whether the kernel makes the device, as opposed to finding it. */
export const isVirtual = (link: Link): boolean => !['ethernet', 'wifi', 'modem'].includes(link.kind)

/** The ids of the links that a link is made on: the ports of a bridge. */
export const lowerOf = (link: Link): readonly string[] => (link.kind === 'bridge' ? link.ports.map(port => port.link.value) : [])

/** Whether a NIC or a radio carries the link, at whatever depth. */
const standsOnNic = (link: Link, network: Network): boolean =>
  !isVirtual(link) || lowerOf(link).some(id => standsOnNic(linkOf(network, id), network))

/** Whether the link is a bridge that no NIC and no Wi-Fi carries, so that it may never get a carrier. */
export const lacksNic = (link: Link, network: Network): boolean => link.kind === 'bridge' && !standsOnNic(link, network)

/** Whether the boot waits for none of these links: to systemd-networkd-wait-online that is not the same as nothing to wait for. */
export const neverOnline = (links: readonly Link[]): boolean =>
  links.length > 0 && links.every(link => link.optional.value || link.activation !== undefined)
