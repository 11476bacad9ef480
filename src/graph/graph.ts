/** What a node stands for in the picture; its colour. */
export type Group = 'hardware' | 'switch' | 'layer' | 'guest' | 'tunnel' | 'routing' | 'outside'

export interface GraphNode {
  /** Unlike every other node's; no text of the description gets into it unchanged, so it fits into any format. */
  readonly id: string
  readonly group: Group
  /** What it is: `VLAN 20`, `TAP`. */
  readonly what: string
  /** The kernel's name, or the definition's where only `match` tells which device it is. */
  readonly name: string
  /** Whom or what it is for, in the user's words. */
  readonly alias: string | undefined
  /** Addresses, DHCP, owner and the like, a line each. */
  readonly facts: readonly string[]
  /** The description's own place for it: `bridges`, `br0`; of what stands outside the machine that of the link that names it. */
  readonly path: readonly [section: string, id: string]
}

/**
 * `port`: `from` is a port of `to`. `lower`: `to` is made on `from`. `peer`: what goes in at the one end comes out at the other.
 * `member`: `from` routes by the table of the VRF `to`. `route`: `to` reaches other networks by way of `from`.
 */
export const edgeKinds = ['port', 'lower', 'peer', 'member', 'route'] as const
export type EdgeKind = (typeof edgeKinds)[number]

export interface GraphEdge {
  readonly kind: EdgeKind
  readonly from: string
  readonly to: string
  /** Which of the two is drawn nearer to the hardware and the world outside; the other is nearer to the guests. */
  readonly base: 'from' | 'to'
}

/** The layers of a network: each device once, and what it stands on. */
export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
}

/** Where the guests are: above the hardware, below it, or to its right. */
export const directions = ['up', 'down', 'right'] as const
export type Direction = (typeof directions)[number]

/** The two ends of an edge, the one nearer to the hardware first. */
export const ends = ({ from, to, base }: GraphEdge): readonly [low: string, high: string] => (base === 'from' ? [from, to] : [to, from])
