import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { elkLayout } from '../../src/graph/elk.ts'
import { directionFor, dot, draw, type Graph, type GraphNode, svg } from '../../src/index.ts'
import { fixtures } from '../fixtures.ts'
import { runProgram } from './run-program.ts'

const node = (id: string, name: string): GraphNode => ({
  id,
  group: 'layer',
  what: name,
  name,
  alias: name,
  facts: [name],
  path: ['vlans', name],
})

/** What XML, HTML or DOT could take for its own. */
const nastyNames = ['</text><script>', '&amp; &#60;', ']]>', '"\'`', '\\N \\"', '<b>', '-->', '{a|b}', '#', '漢字 🦊', '%']
const nasty: Graph = {
  nodes: nastyNames.map((name, i) => node(`d${i}`, name)),
  edges: [{ kind: 'port', from: 'd0', to: 'd1', base: 'from' }],
}

const graphs: readonly (readonly [string, Graph])[] = [
  ['nasty', nasty],
  ...fixtures.flatMap(({ name, source }) => {
    const { graph } = draw(source)
    return graph === undefined ? [] : [[name, graph] as const]
  }),
]

const folder = mkdtempSync(join(tmpdir(), 'netglot-graph-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (i: number, ending: string): string => join(folder, `${i}.${ending}`)
const each = (ending: string): readonly string[] => graphs.map((_, i) => file(i, ending))

beforeAll(async () => {
  for (const [i, [, graph]] of graphs.entries()) {
    writeFileSync(file(i, 'dot'), dot(graph, directionFor(graph)))
    writeFileSync(file(i, 'svg'), await svg(graph, { layout: elkLayout }))
  }
})

/** The texts of each SVG, as an XML parser reads them. */
const textsOf = async (files: readonly string[]): Promise<readonly (readonly string[])[]> => {
  const { status, lines } = await runProgram('python3', [fileURLToPath(new URL('svg-texts.py', import.meta.url)), ...files])
  expect(status, lines.join('\n')).toBe(0)
  return lines.map(line => JSON.parse(line) as string[])
}

/** The names of the nodes, of which none is too long for a line. */
const namesOf = (graph: Graph): string[] => graph.nodes.map(({ name }) => name)

test('Python’s XML parser reads every SVG, and finds every name in it', async () => {
  const texts = await textsOf(each('svg'))
  for (const [i, [name, graph]] of graphs.entries()) expect(texts[i], name).toEqual(expect.arrayContaining(namesOf(graph)))
})

test('Graphviz draws every DOT without a word, and every name is in what it draws', async () => {
  const { status, lines } = await runProgram('dot', ['-Tsvg', '-O', ...each('dot')])
  // It knows no font without fontconfig's list, and says so; that is not ours.
  expect({ status, lines: lines.filter(line => !/fontconfig|Pango/i.test(line)) }).toEqual({ status: 0, lines: [] })
  const texts = await textsOf(each('dot.svg'))
  for (const [i, [name, graph]] of graphs.entries()) expect(texts[i], name).toEqual(expect.arrayContaining(namesOf(graph)))
})
