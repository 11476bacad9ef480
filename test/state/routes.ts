import type { Link, Route } from '../../src/model/network.ts'
import { expectLeaf } from './described.ts'
import type { KernelRoute, KernelState } from './kernel-state.ts'

export const routesOf = (link: Link, name: string, state: KernelState): readonly string[] => {
  if (link.activation !== undefined) return []
  const missing = link.routes.filter(route => !routes(route.family, state).some(kernel => isRoute(kernel, route, name)))
  return [...missing.map(route => `lacks the route ${show(route)}`), ...dhcpRouteOf(link, name, state)]
}

const show = ({ to, via, metric, table }: Route): string =>
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

const isRoute = (kernel: KernelRoute, route: Route, name: string): boolean =>
  kernel.dst === destination(route) &&
  (kernel.type ?? 'unicast') === route.type.value &&
  (kernel.dev === name || dropping.includes(route.type.value)) &&
  kernel.gateway === route.via?.value.text &&
  tableOf(kernel.table) === (route.table?.value ?? 254) &&
  [
    [route.metric?.value, kernel.metric],
    [route.from?.value.text, kernel.prefsrc],
    [route.onLink?.value === true ? true : undefined, kernel.flags?.includes('onlink')],
    [route.mtu?.value, kernel.metrics?.[0]?.mtu],
    [route.advertisedMss?.value, kernel.metrics?.[0]?.advmss],
    [route.congestionWindow?.value, kernel.metrics?.[0]?.initcwnd],
    [route.receiveWindow?.value, kernel.metrics?.[0]?.initrwnd],
  ].every(([expected, found]) => expected === undefined || expected === found)

export const tableOf = (table: string | undefined): number => tables[table ?? 'main'] ?? Number(table)

const dhcpRouteOf = ({ dhcp4, dhcp4Overrides }: Link, name: string, state: KernelState): readonly string[] => {
  if (!dhcp4.value) return []
  const found = state.routes4.find(route => route.dev === name && route.dst === 'default' && tableOf(route.table) === 254)
  if (dhcp4Overrides?.useRoutes?.value === false) return []
  if (found === undefined) return ['has no default route from the DHCP server']
  return expectLeaf('metric of the default route from the DHCP server', dhcp4Overrides?.routeMetric, found.metric)
}
