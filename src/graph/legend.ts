import { type EdgeKind, edgeKinds } from './graph.ts'

const words: Readonly<Record<EdgeKind, string>> = {
  port: 'port of',
  lower: 'made on',
  peer: 'two ends',
  member: 'in the VRF',
  route: 'routes by',
}

/** Pixels. */
export const legendHeight = 28
const sample = 34
const entry = 130
const margin = 20

export const legendWidth = (kinds: readonly EdgeKind[]): number => 2 * margin + kinds.length * entry

/** What the lines of the picture mean, as far as it has them. */
export const legend = (kinds: readonly EdgeKind[], top: number): string =>
  [
    `<g class="legend" transform="translate(${margin} ${Math.ceil(top) + 4})">`,
    ...edgeKinds
      .filter(kind => kinds.includes(kind))
      .flatMap((kind, i) => [
        `<path class="wire ${kind}" d="M${i * entry} 4h${sample}"/>`,
        `<text class="what" x="${i * entry + sample + 8}" y="8">${words[kind]}</text>`,
      ]),
    '</g>',
  ].join('\n')
