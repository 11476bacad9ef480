import ELK from 'elkjs/lib/elk.bundled.js'
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import type { Direction } from './graph.ts'
import type { Box, Layout, Placed, Wire } from './layout.ts'

const options = (direction: Direction): Readonly<Record<string, string>> => ({
  'elk.algorithm': 'layered',
  'elk.direction': direction.toUpperCase(),
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.partitioning.activate': 'true',
  // The layers go through all of the picture, and each has the order of the boxes.
  'elk.separateConnectedComponents': 'false',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.crossingMinimization.forceNodeModelOrder': 'true',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '14',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '10',
  'elk.padding': '[top=20,left=20,bottom=20,right=20]',
})

/** Lays out with the Eclipse Layout Kernel, in layers. It runs where it is called, without a worker of its own. */
export const elkLayout: Layout = async (boxes, wires, direction) => {
  const elk = new ELK.default()
  const laid = await elk.layout({
    id: 'root',
    layoutOptions: options(direction),
    children: boxes.map(box => child(box, wires)),
    edges: wires.map(edge),
  })
  return placed(laid, boxes, wires)
}

const port = (box: string, kind: string, side: 'low' | 'high'): string => `${box}/${kind}/${side}`

const child = ({ id, width, height, tier }: Box, wires: readonly Wire[]): ElkNode => {
  const ports = wires.flatMap(({ kind, from, to }) => [
    ...(from === id ? [port(id, kind, 'high')] : []),
    ...(to === id ? [port(id, kind, 'low')] : []),
  ])
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.partitioning.partition': String(tier) },
    ports: [...new Set(ports)].map(name => ({ id: name, width: 0, height: 0 })),
  }
}

const edge = ({ kind, from, to }: Wire, i: number): ElkExtendedEdge => ({
  id: `wire${i}`,
  sources: [port(from, kind, 'high')],
  targets: [port(to, kind, 'low')],
})

const placed = (laid: ElkNode, boxes: readonly Box[], wires: readonly Wire[]): Placed => {
  const byId = new Map(laid.children?.map(node => [node.id, node]))
  const edges = new Map(laid.edges?.map(one => [one.id, one]))
  return {
    width: laid.width ?? 0,
    height: laid.height ?? 0,
    boxes: boxes.map(({ id }) => ({ x: byId.get(id)?.x ?? 0, y: byId.get(id)?.y ?? 0 })),
    wires: wires.map((_, i) => {
      const one = edges.get(`wire${i}`)
      const [section] = one?.sections ?? []
      return {
        points: section === undefined ? [] : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint],
        junctions: one?.junctionPoints ?? [],
      }
    }),
  }
}
