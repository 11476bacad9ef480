import type { Step } from '../../diagnostics/fix.ts'
import type { Family } from '../../model/address.ts'
import type { Leaf } from '../../model/leaf.ts'
import { type Link, type Network, type Route, sections } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

interface DefaultRoute {
  readonly link: Link
  readonly family: Family
  readonly table: number
  readonly metric: number
  readonly leaf: Leaf<unknown>
  /** Brought by a lease whose metric nobody wrote. */
  readonly leased?: boolean
}

const mainTable = 254

/**
 * For the kernel two IPv4 routes with the same destination, table and metric are one (net/ipv4/fib_trie.c): the second is refused with
 * EEXIST, or replaces the first, so which gateway is used depends on which link came up last. Two such IPv6 routes become one route
 * with two paths, and connections are spread over both. Links that are not brought up at boot don't count.
 */
export const defaultRoutesClash: Rule = (network, report) => {
  const all = defaultRoutes(network)
  if (all.length < 2) return
  const seen = new Map<string, DefaultRoute>()
  for (const route of all) {
    const key = `${route.family} ${route.table} ${route.metric}`
    const first = seen.get(key)
    if (first === undefined) seen.set(key, route)
    else {
      const { family, table, metric } = route
      const params = { family, table, metric, link: route.link.id, first: first.link.id }
      const related = relatedTo(first.leaf, `the other default route is ${first.link.id}'s`)
      report.add('default-routes-clash', params, { place: placeOf(route.leaf), related, fix: moreExpensive(route, all) })
    }
  }
}

const defaultRoutes = (network: Network): readonly DefaultRoute[] => {
  const found: DefaultRoute[] = []
  for (const link of network.links) {
    if (link.activation !== undefined || link.controller !== undefined) continue
    for (const route of link.routes) if (route.to.value.prefix === 0) found.push(written(link, route))
    found.push(...leased(link, network))
  }
  return found
}

/** The kernel takes a route without a metric as 0 for IPv4 and as 1024 for IPv6. */
const written = (link: Link, { family, table, metric, to }: Route): DefaultRoute => ({
  link,
  family,
  table: table?.value ?? mainTable,
  metric: metric?.value ?? (family === 4 ? 0 : 1024),
  leaf: to,
})

/** The default route that a DHCPv4 lease brings, into the table of the VRF that the link is in; DHCPv6 brings none. */
const leased = (link: Link, network: Network): readonly DefaultRoute[] => {
  const { routeMetric, useRoutes } = link.dhcp4Overrides ?? {}
  if (routeMetric === undefined || useRoutes?.value === false) return []
  const vrf = network.links.find(other => other.id === link.vrf)
  const table = vrf?.kind === 'vrf' ? vrf.table.value : mainTable
  return [
    {
      link,
      family: 4,
      table,
      metric: routeMetric.value,
      leaf: routeMetric.written ? routeMetric : link.dhcp4,
      leased: !routeMetric.written,
    },
  ]
}

/** Of two leases the first of the description keeps its metric, and the other gets the next that is free. */
const moreExpensive = (
  { link, family, table, metric, leased }: DefaultRoute,
  all: readonly DefaultRoute[],
): readonly Step[] | undefined => {
  if (leased !== true) return undefined
  const taken = new Set(all.filter(other => other.family === family && other.table === table).map(other => other.metric))
  const free = all.map((_, i) => metric + 100 * (i + 1)).find(one => !taken.has(one))
  const path = [sections[link.kind], link.id, 'dhcp4-overrides', 'route-metric']
  return free === undefined ? undefined : [{ do: 'set', path, value: String(free) }]
}
