import type { Link, Route } from '../../src/model/network.ts'
import { expectLeaf } from './described.ts'
import type { KernelRoute, KernelState } from './kernel-state.ts'

export const routesOf = (link: Link, name: string, state: KernelState): readonly string[] => {
  if (link.activation !== undefined) return []
  return [...link.routes.flatMap(route => routeOf(route, name, state)), ...dhcpRouteOf(link, name, state)]
}

const routeOf = (route: Route, name: string, state: KernelState): readonly string[] => {
  const all = routes(route.family, state)
  if (all.some(kernel => isRoute(kernel, route, name, state))) return []
  const shared = all.find(kernel => hopsOf(kernel).some(hop => isRoute(hop, route, name, state)))
  if (shared === undefined) return [`lacks the route ${showRoute(route)}`]
  const others = hopsOf(shared).flatMap(({ gateway }) => (gateway === route.via?.value.text ? [] : [gateway ?? 'a device']))
  return [`shares the route ${showRoute(route)} with ${others.join(' and ')}`]
}

/** A route with several next hops, as one route for each. */
const hopsOf = (route: KernelRoute): readonly KernelRoute[] => (route.nexthops ?? []).map(hop => ({ ...route, ...hop }))

export const hasRoute = (route: Route, name: string, state: KernelState): boolean =>
  routes(route.family, state).some(kernel => isRoute(kernel, route, name, state))

export const showRoute = ({ to, via, metric, table }: Route): string =>
  [
    to.value.text,
    ...(via === undefined ? [] : ['via', via.value.text]),
    ...(metric === undefined ? [] : ['metric', metric.value]),
    ...(table === undefined ? [] : ['table', table.value]),
  ].join(' ')

const routes = (family: number, state: KernelState): readonly KernelRoute[] => (family === 4 ? state.routes4 : state.routes6)

/** The kernel shows no prefix length for a single address. */
const destination = ({ to }: Route): string =>
  to.value.prefix === 0 ? 'default' : to.value.text.replace(to.value.text.includes(':') ? /\/128$/ : /\/32$/, '')

const tables: Readonly<Record<string, number>> = { main: 254, default: 253, local: 255 }

/** A route that drops packets belongs to no device. */
const dropping = ['blackhole', 'prohibit', 'unreachable', 'throw']

const isRoute = (kernel: KernelRoute, route: Route, name: string, state: KernelState): boolean =>
  kernel.dst === destination(route) &&
  (kernel.type ?? 'unicast') === route.type.value &&
  (kernel.dev === name || dropping.includes(route.type.value)) &&
  kernel.gateway === route.via?.value.text &&
  tableOf(kernel.table, state) === (route.table?.value ?? 254) &&
  [
    [route.metric?.value, kernel.metric],
    [route.from?.value.text, kernel.prefsrc],
    [route.onLink?.value === true ? true : undefined, kernel.flags?.includes('onlink')],
    [route.mtu?.value, kernel.metrics?.[0]?.mtu],
    [route.advertisedMss?.value, kernel.metrics?.[0]?.advmss],
    [route.congestionWindow?.value, kernel.metrics?.[0]?.initcwnd],
    [route.receiveWindow?.value, kernel.metrics?.[0]?.initrwnd],
  ].every(([expected, found]) => expected === undefined || expected === found)

/** ifupdown2 gives the table of a VRF the VRF's name, in rt_tables. */
export const tableOf = (table: string | undefined, { links }: KernelState): number => {
  const vrf = links.find(link => link.ifname === table)?.linkinfo?.info_data?.table
  return tables[table ?? 'main'] ?? (typeof vrf === 'number' ? vrf : Number(table))
}

const dhcpRouteOf = ({ dhcp4, dhcp4Overrides }: Link, name: string, state: KernelState): readonly string[] => {
  if (!dhcp4.value) return []
  const found = state.routes4.find(route => route.dev === name && route.dst === 'default' && tableOf(route.table, state) === 254)
  if (dhcp4Overrides?.useRoutes?.value === false) return []
  if (found === undefined) return ['has no default route from the DHCP server']
  return expectLeaf('metric of the default route from the DHCP server', dhcp4Overrides?.routeMetric, found.metric)
}
