/* What the library gives of pictures; the library that lays them out is `netglot/layout`. */
export { dot } from './dot.ts'
export { type Direction, directions, type EdgeKind, type Graph, type GraphEdge, type GraphNode, type Group } from './graph.ts'
export type { Box, Layout, Placed, Point, Wire } from './layout.ts'
export { mermaid } from './mermaid.ts'
export { pictureStyle } from './style.ts'
export { type SvgOptions, svg } from './svg.ts'
export { directionFor } from './tiers.ts'
