import { colours } from './colours.ts'
import { type Direction, type EdgeKind, ends, type Graph, type GraphNode } from './graph.ts'
import { xml } from './xml.ts'

const directions: Readonly<Record<Direction, string>> = { up: 'BT', down: 'TB', right: 'LR' }

const styles: Readonly<Record<EdgeKind, string>> = {
  port: 'penwidth=2',
  lower: '',
  peer: 'style=dashed',
  member: 'style=dotted',
  route: 'style=dashed, color="#64748b", constraint=true',
}

/** The graph in the language of Graphviz, for `dot`. */
export function dot({ nodes, edges }: Graph, direction: Direction): string {
  return [
    'graph network {',
    `  graph [rankdir=${directions[direction]}, ranksep=0.6, nodesep=0.3]`,
    '  node [shape=box, style="rounded,filled", fontname="Helvetica", fontsize=11]',
    '  edge [color="#475569"]',
    ...nodes.map(
      node => `  ${node.id} [label=<${label(node)}>, fillcolor="${colours[node.group].fill}", color="${colours[node.group].line}"]`,
    ),
    ...edges.map(edge => `  ${ends(edge).join(' -- ')}${styles[edge.kind] === '' ? '' : ` [${styles[edge.kind]}]`}`),
    '}',
    '',
  ].join('\n')
}

/** A label like HTML. A backslash before a letter stands for something there too, such as the name of the node, unless there are two. */
const label = ({ name, what, alias, facts }: GraphNode): string =>
  [`<B>${text(name)}</B>`, text(alias === undefined ? what : `${what}: ${alias}`), ...facts.map(text)].join('<BR/>')

const text = (words: string): string => xml(words).replaceAll('\\', '\\\\')
