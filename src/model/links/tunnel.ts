import type { Ip } from '../address.ts'
import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

/** Modes of tunnels that carry packets, or frames, in IP packets: the kernel's names where it has one. */
export const ipTunnelModes = ['sit', 'gre', 'gretap', 'ipip', 'vti', 'isatap', 'ip6gre', 'ip6gretap', 'ipip6', 'ip6ip6', 'vti6'] as const
export type IpTunnelMode = (typeof ipTunnelModes)[number]

/** A tunnel to one other machine, over IPv4 or IPv6. */
export interface Tunnel extends LinkBase {
  readonly kind: 'tunnel'
  readonly mode: Leaf<IpTunnelMode>
  readonly local: Leaf<Ip> | undefined
  readonly remote: Leaf<Ip>
  /** Of the outer packets: 1 to 255. */
  readonly ttl: Leaf<number> | undefined
  /** What tells packets that come in from those of other tunnels between the same two ends. */
  readonly inputKey: Leaf<number> | undefined
  readonly outputKey: Leaf<number> | undefined
}
