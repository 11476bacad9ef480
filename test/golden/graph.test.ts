import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { elkLayout } from '../../src/graph/elk.ts'
import { directionFor, dot, draw, mermaid, svg } from '../../src/index.ts'
import { fixtures } from '../fixtures.ts'

/** Pictures are read as text: what is in them, and how it hangs together. */
const shown = ['origin/2-bridge-taps', 'openvswitch/bridges', 'vrfs/two-tables', 'wireguard/two-peers']

describe.each(fixtures.filter(({ name }) => shown.includes(name)))('$name', ({ folder, source }) => {
  const { graph = { nodes: [], edges: [] } } = draw(source)
  const direction = directionFor(graph)
  const file = (ending: string): string => join(folder, 'picture', `graph.${ending}`)

  test('as Mermaid', () => expect(mermaid(graph, direction)).toMatchFileSnapshot(file('mmd')))
  test('as DOT', () => expect(dot(graph, direction)).toMatchFileSnapshot(file('dot')))
  test('as SVG', async () => {
    await expect(await svg(graph, { layout: elkLayout, title: 'The network of input.yaml' })).toMatchFileSnapshot(file('svg'))
  })
})
