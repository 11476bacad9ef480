import type { Cidr, Family, Ip } from '../address.ts'
import type { Leaf } from '../leaf.ts'

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
