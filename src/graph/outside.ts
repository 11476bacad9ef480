import { type Link, type Route, sections, showEndpoint } from '../model/network.ts'
import { routeWords } from './facts.ts'
import type { EdgeKind, GraphNode } from './graph.ts'

/** Something outside the machine that a link leads to. */
export interface Beyond {
  readonly kind: EdgeKind
  readonly node: Omit<GraphNode, 'id'>
}

/** Gateways, other ends of tunnels, and devices that no definition stands for. */
export const beyond = (link: Link): readonly Beyond[] => [...gateways(link), ...leases(link), ...otherEnds(link), ...strangers(link)]

const node = (link: Link, what: string, name: string, facts: readonly string[] = []): Beyond['node'] => ({
  group: 'outside',
  what,
  name,
  alias: undefined,
  facts,
  path: [sections[link.kind], link.id],
})

const gateways = (link: Link): readonly Beyond[] => {
  const byGateway = new Map<string, Route[]>()
  for (const route of link.routes)
    if (route.via !== undefined) byGateway.set(route.via.value.text, [...(byGateway.get(route.via.value.text) ?? []), route])
  return [...byGateway].map(([via, routes]) => ({
    kind: 'route',
    node: node(
      link,
      'gateway',
      via,
      routes.map(route => routeWords(route, '')),
    ),
  }))
}

const leases = ({ dhcp4, dhcp4Overrides, ...link }: Link): readonly Beyond[] => {
  if (!dhcp4.value || dhcp4Overrides?.useRoutes?.value === false) return []
  const metric = dhcp4Overrides?.routeMetric
  const fact = metric === undefined ? 'default' : `default, metric ${metric.value}`
  return [{ kind: 'route', node: node(link as Link, 'gateway', 'by DHCP', [fact]) }]
}

const otherEnds = (link: Link): readonly Beyond[] => {
  if (link.kind === 'tunnel') return [{ kind: 'peer', node: node(link, 'other end', link.remote.value.text) }]
  if (link.kind === 'vxlan') {
    const far = link.remote ?? link.group
    return far === undefined
      ? []
      : [{ kind: 'peer', node: node(link, link.remote === undefined ? 'multicast group' : 'other end', far.value.text) }]
  }
  if (link.kind !== 'wireguard') return []
  return link.peers.map(({ endpoint, allowedIps }) => ({
    kind: 'peer',
    node: node(
      link,
      'WireGuard peer',
      endpoint === undefined ? 'calls in' : showEndpoint(endpoint.value),
      allowedIps.map(({ value }) => value.text),
    ),
  }))
}

const strangers = (link: Link): readonly Beyond[] =>
  link.kind === 'loose-vlan' ? [{ kind: 'lower', node: node(link, 'not described', link.parent.value) }] : []
