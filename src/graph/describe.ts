import type { EdgeKind, Graph } from './graph.ts'

const sentences: Readonly<Record<EdgeKind, (from: string, to: string) => string>> = {
  port: (from, to) => `${from} is a port of ${to}.`,
  lower: (from, to) => `${to} is made on ${from}.`,
  peer: (from, to) => `${from} and ${to} are two ends of one line.`,
  member: (from, to) => `${from} routes by the VRF ${to}.`,
  route: (from, to) => `${to} reaches other networks through ${from}.`,
}

/** The picture in words, for those who do not see it. */
export const describe = ({ nodes, edges }: Graph): string => {
  const names = new Map(nodes.map(({ id, name, what, group }) => [id, group === 'outside' ? `${what} ${name}` : name]))
  const nameOf = (id: string): string => names.get(id) ?? ''
  const inside = nodes.filter(({ group }) => group !== 'outside')
  return [
    ...inside.map(({ name, what, alias }) => `${name}: ${alias === undefined ? what : `${what}, ${alias}`}.`),
    ...edges.map(({ kind, from, to }) => sentences[kind](nameOf(from), nameOf(to))),
  ].join(' ')
}
