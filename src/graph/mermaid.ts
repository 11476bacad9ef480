import { colours } from './colours.ts'
import { type Direction, type EdgeKind, ends, type Graph, type GraphNode, type Group } from './graph.ts'

const directions: Readonly<Record<Direction, string>> = { up: 'BT', down: 'TB', right: 'LR' }

const lines: Readonly<Record<EdgeKind, string>> = { port: '===', lower: '---', peer: '-.-|peer|', member: '-.-|VRF|', route: '-.-' }

/** The graph as a flowchart of Mermaid, which forges draw where a code block says `mermaid`. */
export function mermaid({ nodes, edges }: Graph, direction: Direction): string {
  const groups = [...new Set(nodes.map(({ group }) => group))]
  return [
    `flowchart ${directions[direction]}`,
    ...nodes.map(node => `  ${node.id}["${label(node)}"]:::${node.group}`),
    ...edges.map(edge => `  ${ends(edge).join(` ${lines[edge.kind]} `)}`),
    ...groups.map(group => `  classDef ${group} ${border(group)}`),
    '',
  ].join('\n')
}

/** What fills the boxes, and the text, is the viewer's, by day and by night. */
const border = (group: Group): string =>
  `stroke:${colours[group].line},stroke-width:2px${group === 'outside' ? ',stroke-dasharray:5 3' : ''}`

const label = ({ name, what, alias, facts }: GraphNode): string =>
  [`<b>${encoded(name)}</b>`, encoded(alias === undefined ? what : `${what}: ${alias}`), ...facts.map(encoded)].join('<br/>')

/** Two dollar signs begin a formula, however they are written: nothing that is seen comes between them. */
const apart = (text: string): string => text.replace(/\$(?=\$)/g, '$\u200b')

/** Mermaid writes a character as `#NUMBER;`: all that could mean something to it or to HTML, also where text is an address or Markdown. */
const encoded = (text: string): string => apart(text).replace(/[^\p{L}\p{M}\p{N} .,:()+-]/gu, sign => `#${sign.codePointAt(0)};`)
