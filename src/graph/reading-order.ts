import type { Graph, GraphNode } from './graph.ts'

/**
 * The nodes so that what belongs together stands together: from the first piece of hardware to all that is connected with it, and so on, each as described.
 * A layout that keeps this order has few lines that cross.
 */
export function readingOrder({ nodes, edges }: Graph): readonly GraphNode[] {
  const byId = new Map(nodes.map(node => [node.id, node]))
  const neighbours = new Map<string, string[]>()
  for (const { from, to } of edges)
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      neighbours.set(one, [...(neighbours.get(one) ?? []), other])
  const place = new Map(nodes.map(({ id }, i) => [id, i]))
  const found = new Set<string>()
  const visit = (id: string): void => {
    if (found.has(id)) return
    found.add(id)
    for (const other of (neighbours.get(id) ?? []).toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))) visit(other)
  }
  for (const node of [...nodes.filter(({ group }) => group === 'hardware'), ...nodes]) visit(node.id)
  return [...found].flatMap(id => byId.get(id) ?? [])
}
