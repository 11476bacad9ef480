import type { Ip } from '../address.ts'
import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** Modes of tunnels that carry packets, or frames, in IP packets: the kernel's names where it has one. */
export const ipTunnelModes = ['sit', 'gre', 'gretap', 'ipip', 'vti', 'isatap', 'ip6gre', 'ip6gretap', 'ipip6', 'ip6ip6', 'vti6'] as const
export type IpTunnelMode = (typeof ipTunnelModes)[number]

/** Whether the outer packets are IPv6. */
export const goesOver6 = (mode: IpTunnelMode): boolean => /^ip6|6$/.test(mode)

/** Whether the tunnel carries Ethernet frames; those that carry packets have no MAC. */
export const carriesFrames = (mode: IpTunnelMode): boolean => mode.endsWith('gretap')

/** The kernel's kind of the device. */
export const kernelKind = (mode: IpTunnelMode): string => (mode === 'isatap' ? 'sit' : isIp6tnl(mode) ? 'ip6tnl' : mode)

/** Whether the device is one of the kind ip6tnl, whose mode has to be said. */
export const isIp6tnl = (mode: IpTunnelMode): boolean => mode === 'ipip6' || mode === 'ip6ip6'

/** A tunnel to one other machine, over IPv4 or IPv6. */
export interface Tunnel extends LinkBase {
  readonly kind: 'tunnel'
  readonly mode: Leaf<IpTunnelMode>
  readonly local: Leaf<Ip> | undefined
  readonly remote: Leaf<Ip>
  /** Of the outer packets: 1 to 255; undefined: that of the packet inside, and with VTI the kernel's. */
  readonly ttl: Leaf<number> | undefined
  /** What tells packets that come in from those of other tunnels between the same two ends. */
  readonly inputKey: Leaf<number> | undefined
  readonly outputKey: Leaf<number> | undefined
}
