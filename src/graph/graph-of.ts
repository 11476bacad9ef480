import { isOvs, type Link, lowerOf, type Network, type OvsPatch, sections } from '../model/network.ts'
import { factsOf, nameOf } from './facts.ts'
import type { Graph, GraphEdge, GraphNode } from './graph.ts'
import { isGuest, looksOf } from './looks.ts'
import { beyond } from './outside.ts'

/** The layers of a network, as a picture shows them. */
export function graphOf(network: Network): Graph {
  const ids = new Map(network.links.map((link, i) => [link.id, `d${i}`]))
  const idOf = (id: string): string => ids.get(id) ?? ''
  const outside = outsideOf(network, idOf)
  const edges = network.links.flatMap(link => [...below(link, network, idOf), ...beside(link, network, idOf)])
  return {
    nodes: [...network.links.map(link => deviceNode(link, network, idOf(link.id))), ...outside.nodes],
    edges: [...outside.edges, ...edges],
  }
}

type IdOf = (id: string) => string

const deviceNode = (link: Link, network: Network, id: string): GraphNode => {
  const { group, what, facts = [] } = looksOf(link)
  return {
    id,
    group,
    what,
    name: nameOf(link),
    alias: link.alias?.value,
    facts: [...facts.filter(fact => fact !== undefined), ...factsOf(link, network)],
    path: [sections[link.kind], link.id],
  }
}

/** What the link stands on. The ports of guests are drawn on the far side. */
const below = (link: Link, network: Network, idOf: IdOf): readonly GraphEdge[] => {
  if (link.kind === 'loose-vlan') return []
  const kind = 'ports' in link ? 'port' : 'lower'
  const isFar = new Set(network.links.filter(isGuest).map(({ id }) => id))
  return [
    ...lowerOf(link).map(
      id => ({ kind, from: idOf(id), to: idOf(link.id), base: kind === 'port' && isFar.has(id) ? 'to' : 'from' }) as const,
    ),
    ...(link.vrf === undefined ? [] : [{ kind: 'member', from: idOf(link.id), to: idOf(link.vrf), base: 'from' } as const]),
  ]
}

/** The other end of a pair that is in the machine too, once. */
const beside = (link: Link, network: Network, idOf: IdOf): readonly GraphEdge[] => {
  if (link.kind === 'veth') return link.id < link.peer.value ? [peers(idOf(link.id), idOf(link.peer.value))] : []
  return patchesOf(link).flatMap(({ name, peer }) =>
    network.links
      .filter(other => name < peer && patchesOf(other).some(patch => patch.name === peer))
      .map(other => peers(idOf(link.id), idOf(other.id))),
  )
}

const peers = (from: string, to: string): GraphEdge => ({ kind: 'peer', from, to, base: 'from' })

const patchesOf = (link: Link): readonly OvsPatch[] => (isOvs(link) && 'patches' in link ? link.patches.map(({ value }) => value) : [])

const outsideOf = ({ links }: Network, idOf: IdOf): Graph => {
  const found = links.flatMap(link => beyond(link).map(one => ({ link, ...one }))).map((one, i) => ({ ...one, id: `o${i}` }))
  // Several VLANs may be on the same device that is not described.
  const first = ({ kind, node }: (typeof found)[number]) =>
    found.find(one => kind === 'lower' && one.kind === 'lower' && one.node.name === node.name)
  return {
    nodes: found.filter(one => (first(one) ?? one) === one).map(({ id, node }) => ({ id, ...node })),
    edges: found.map(one => ({
      kind: one.kind,
      from: (first(one) ?? one).id,
      to: idOf(one.link.id),
      base: isGuest(one.link) ? 'to' : 'from',
    })),
  }
}
