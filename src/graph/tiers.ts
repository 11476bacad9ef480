import { type Direction, ends, type Graph, type GraphNode } from './graph.ts'

/** How many boxes may stand side by side before the picture grows downwards instead. */
const widest = 6

/** The direction for a picture that is to be read without moving it sideways: a host with many guests goes to the right. */
export const directionFor = (graph: Graph): Direction => {
  const counts = new Map<number, number>()
  for (const depth of depths(graph).values()) counts.set(depth, (counts.get(depth) ?? 0) + 1)
  return Math.max(0, ...counts.values()) > widest ? 'right' : 'up'
}

/** How many boxes at most lie below each one. Bridges may be patched in a circle, so it does not go on for ever. */
const depths = ({ nodes, edges }: Graph): Map<string, number> => {
  const found = new Map(nodes.map(({ id }) => [id, 0]))
  const of = (id: string): number => found.get(id) ?? 0
  for (let again = true, pass = 0; again && pass < nodes.length; pass++) {
    again = false
    for (const [low, high] of edges.map(ends))
      if (of(high) <= of(low)) {
        found.set(high, of(low) + 1)
        again = true
      }
  }
  return found
}

/** The world outside comes first, then the hardware, then all that is made on it. */
export const tierOf = (node: GraphNode, { nodes, edges }: Graph): number => {
  const below = edges.map(ends).flatMap(([low, high]) => (high === node.id ? [low] : []))
  if (node.group === 'outside') return below.length === 0 ? 0 : 2
  const stands = below.some(id => nodes.find(other => other.id === id)?.group !== 'outside')
  return node.group === 'hardware' && !stands ? 1 : 2
}
