import { colours } from './colours.ts'
import type { Group } from './graph.ts'

const groups = Object.keys(colours) as readonly Group[]

const boxes = (fill: 'fill' | 'darkFill', line: 'line' | 'darkLine'): string =>
  groups.map(group => `.netglot .${group} rect{fill:${colours[group][fill]};stroke:${colours[group][line]}}`).join('')

/** Paper, text, text of less weight, lines. */
const ink = (paper: string, text: string, soft: string, line: string): string =>
  `.netglot .paper{fill:${paper}}.netglot text{fill:${text}}.netglot .what{fill:${soft}}.netglot .wire{stroke:${line}}.netglot circle{fill:${line}}`

/** The style sheet of a picture. All fonts are of a generic family, so that it looks the same without any other. */
export const pictureStyle: string = [
  '.netglot{color-scheme:light dark}',
  '.netglot text{font:12px monospace;white-space:pre}',
  '.netglot .name{font-size:14px;font-weight:bold}',
  '.netglot .node rect{stroke-width:1.5}',
  '.netglot .outside rect{stroke-dasharray:5 3}',
  '.netglot .wire{fill:none;stroke-width:1.5;stroke-linejoin:round}',
  '.netglot .wire.port{stroke-width:3}',
  '.netglot .wire.peer{stroke-dasharray:8 4}',
  '.netglot .wire.member{stroke-dasharray:2 3}',
  '.netglot .wire.route{stroke-dasharray:5 4}',
  ink('#ffffff', '#0f172a', '#334155', '#475569'),
  boxes('fill', 'line'),
  `@media(prefers-color-scheme:dark){${ink('#0b1220', '#f1f5f9', '#cbd5e1', '#94a3b8')}${boxes('darkFill', 'darkLine')}}`,
].join('\n')
