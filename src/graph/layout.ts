import type { Direction } from './graph.ts'

export interface Box {
  readonly id: string
  readonly width: number
  readonly height: number
  /** Boxes of a lower tier come first in the direction of the picture. */
  readonly tier: number
}

/** A line between two boxes. Lines of one kind leave a box at one point. */
export interface Wire {
  readonly kind: string
  readonly from: string
  readonly to: string
}

export interface Point {
  readonly x: number
  readonly y: number
}

export interface Placed {
  readonly width: number
  readonly height: number
  /** The upper left corners of the boxes, as they were given. */
  readonly boxes: readonly Point[]
  /** The corners of each wire, and where it parts from others. */
  readonly wires: readonly { readonly points: readonly Point[]; readonly junctions: readonly Point[] }[]
}

/** Says where boxes and lines go. It is given to `svg`, so that the library that does it is loaded only for pictures. */
export type Layout = (boxes: readonly Box[], wires: readonly Wire[], direction: Direction) => Promise<Placed>
