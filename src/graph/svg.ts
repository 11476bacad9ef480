import { describe } from './describe.ts'
import { type Direction, type EdgeKind, edgeKinds, ends, type Graph, type GraphNode } from './graph.ts'
import type { Layout, Placed, Point } from './layout.ts'
import { legend, legendHeight, legendWidth } from './legend.ts'
import { mergeDashes } from './merge-dashes.ts'
import { readingOrder } from './reading-order.ts'
import { pictureStyle } from './style.ts'
import { columns, wrap } from './text-width.ts'
import { directionFor, tierOf } from './tiers.ts'
import { xml } from './xml.ts'

export interface SvgOptions {
  readonly layout: Layout
  /** Default: what makes the picture readable without moving it sideways. */
  readonly direction?: Direction | undefined
  /** What the picture is of, such as the name of a file. */
  readonly title?: string | undefined
  /** Whether the style sheet is in the picture; where a page's policy forbids that, take `pictureStyle`. Default: true. */
  readonly styled?: boolean | undefined
}

/** Pixels. A monospaced letter is 0.6 of its height wide, in few fonts a little more. */
const size = { name: 14, fact: 12, line: 17, padding: 12, letter: 0.62, column: 44 } as const

/** The graph as a picture by itself: no script, nothing from elsewhere, light or dark as the reader has it. */
export async function svg(graph: Graph, { layout, direction, title = 'Network', styled = true }: SvgOptions): Promise<string> {
  const boxes = readingOrder(graph).map(node => ({ node, ...measure(node) }))
  const wires = graph.edges.map(edge => ({ kind: edge.kind, from: ends(edge)[0], to: ends(edge)[1] }))
  const sized = boxes.map(({ node, width, height }) => ({ id: node.id, width, height, tier: tierOf(node, graph) }))
  const placed = await layout(sized, wires, direction ?? directionFor(graph))
  const kinds = [...new Set(graph.edges.map(({ kind }) => kind))]
  const width = Math.ceil(Math.max(placed.width, legendWidth(kinds), 120))
  const height = Math.ceil(placed.height) + (kinds.length === 0 ? 0 : legendHeight)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="netglot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="netglot-title netglot-desc">`,
    `<title id="netglot-title">${xml(title)}</title>`,
    `<desc id="netglot-desc">${xml(describe(graph))}</desc>`,
    ...(styled ? [`<style>${pictureStyle}</style>`] : []),
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...lines(graph.edges, placed.wires),
    ...boxes.map((box, i) => drawn(box, placed.boxes[i] ?? { x: 0, y: 0 })),
    ...(kinds.length === 0 ? [] : [legend(kinds, placed.height)]),
    '</svg>',
    '',
  ].join('\n')
}

interface Measured {
  readonly node: GraphNode
  readonly width: number
  readonly height: number
  readonly name: readonly string[]
  readonly what: readonly string[]
  readonly facts: readonly string[]
}

const measure = (node: GraphNode): Omit<Measured, 'node'> => {
  const name = wrap(node.name, size.column)
  const what = wrap(node.alias === undefined ? node.what : `${node.what}: ${node.alias}`, size.column)
  const facts = node.facts.flatMap(fact => wrap(fact, size.column))
  const widths = [
    ...name.map(line => columns(line) * size.name * size.letter),
    ...[...what, ...facts].map(line => columns(line) * size.fact * size.letter),
  ]
  const lines = name.length + what.length + facts.length
  return {
    name,
    what,
    facts,
    width: Math.ceil(Math.max(...widths, 60)) + 2 * size.padding,
    height: lines * size.line + size.padding + 4,
  }
}

const drawn = ({ node, width, height, name, what, facts }: Measured, { x, y }: Point): string => {
  const texts = [
    ...name.map(text => ['name', text] as const),
    ...what.map(text => ['what', text] as const),
    ...facts.map(text => ['fact', text] as const),
  ]
  return [
    `<g class="node ${node.group}" data-path="${xml(node.path.join('.'))}" transform="translate(${round(x)} ${round(y)})">`,
    `<rect width="${width}" height="${height}" rx="6"/>`,
    ...texts.map(([kind, text], i) => `<text class="${kind}" x="${size.padding}" y="${(i + 1) * size.line + 2}">${xml(text)}</text>`),
    '</g>',
  ].join('\n')
}

/** Solid lines one by one, dashed ones a kind at a time. */
const lines = (edges: Graph['edges'], wires: Placed['wires']): readonly string[] => {
  const ofKind = (kind: EdgeKind) => wires.filter((_, i) => edges[i]?.kind === kind)
  return edgeKinds.flatMap(kind => {
    const own = ofKind(kind)
    const points = own.map(wire => wire.points)
    const dots = new Set(own.flatMap(({ junctions }) => junctions.map(({ x, y }) => `<circle cx="${round(x)}" cy="${round(y)}" r="3"/>`)))
    const paths: readonly (readonly Point[])[] = kind === 'port' || kind === 'lower' ? points : mergeDashes(points)
    return [...paths.map(path => `<path class="wire ${kind}" d="${corners(path)}"/>`), ...dots]
  })
}

const corners = (points: readonly Point[]): string => `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`

const round = (number: number): string => String(Math.round(number * 10) / 10)
