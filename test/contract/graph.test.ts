import { describe, expect, test } from 'vitest'
import { Report } from '../../src/diagnostics/report.ts'
import { graphOf } from '../../src/graph/graph-of.ts'
import { type Direction, directionFor, dot, type Graph, type Layout, mermaid, svg } from '../../src/graph/index.ts'
import { leavesOf } from '../../src/model/leaves.ts'
import type { Network } from '../../src/model/network.ts'
import { understand } from '../../src/understand.ts'
import { corpus } from '../differential/corpus.ts'
import { fixtures } from '../fixtures.ts'

interface Drawn {
  readonly name: string
  readonly network: Network
  readonly graph: Graph
}

const drawn: readonly Drawn[] = [...fixtures, ...corpus].flatMap(({ name, source }) => {
  const { ready } = understand(source, new Report())
  return ready === undefined ? [] : [{ name, network: ready.network, graph: graphOf(ready.network) }]
})

/** No layout at all: every box in the corner. */
const corner: Layout = async (boxes, wires) => ({
  width: 0,
  height: 0,
  boxes: boxes.map(() => ({ x: 0, y: 0 })),
  wires: wires.map(() => ({ points: [], junctions: [] })),
})

const texts = async (graph: Graph, direction: Direction = directionFor(graph)): Promise<readonly string[]> => [
  mermaid(graph, direction),
  dot(graph, direction),
  await svg(graph, { layout: corner, direction }),
]

describe('the graph of any description', () => {
  test('there are many', () => expect(drawn.length).toBeGreaterThan(150))

  test('has each device once', () => {
    for (const { name, network, graph } of drawn) {
      const devices = graph.nodes.filter(({ group }) => group !== 'outside').map(({ path }) => path[1])
      expect(devices.toSorted(), name).toEqual(network.links.map(({ id }) => id).toSorted())
    }
  })

  test('has nodes of different ids, and edges between them', () => {
    for (const { name, graph } of drawn) {
      const ids = graph.nodes.map(({ id }) => id)
      expect(new Set(ids).size, name).toBe(ids.length)
      expect(
        graph.edges.flatMap(({ from, to }) => [from, to]).filter(id => !ids.includes(id)),
        name,
      ).toEqual([])
      expect(
        graph.edges.filter(({ from, to }) => from === to),
        name,
      ).toEqual([])
    }
  })

  test('tells every address and every gateway', () => {
    for (const { name, network, graph } of drawn) {
      const facts = graph.nodes.flatMap(node => [node.name, ...node.facts])
      const addresses = network.links.flatMap(link => link.addresses.map(({ address }) => address.value.text))
      const gateways = network.links.flatMap(link => link.routes.flatMap(({ via }) => (via === undefined ? [] : [via.value.text])))
      expect(
        [...addresses, ...gateways].filter(text => !facts.includes(text)),
        name,
      ).toEqual([])
    }
  })

  test('tells no secret', async () => {
    let secrets = 0
    for (const { name, network, graph } of drawn) {
      const hidden = [...leavesOf(network)]
        .filter(({ secret, value }) => secret && typeof value === 'string')
        .map(({ value }) => String(value))
      const printed = (await texts(graph)).join('\n')
      secrets += hidden.length
      expect(
        hidden.filter(secret => printed.includes(secret)),
        name,
      ).toEqual([])
    }
    expect(secrets).toBeGreaterThan(20)
  })
})
