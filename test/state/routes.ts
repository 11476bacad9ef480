import { holds, readCidr } from '../../src/model/address.ts'
import { type Link, linkOf, type Route } from '../../src/model/network.ts'
import { hearsRouter } from './addresses.ts'
import { type Described, expectLeaf } from './described.ts'
import type { KernelRoute, KernelState } from './kernel-state.ts'

export const routesOf = (link: Link, name: string, state: KernelState, described: Described): readonly string[] => {
  if (link.activation !== undefined) return []
  return [
    ...link.routes.flatMap(route => routeOf(route, name, state)),
    ...dhcpRouteOf(link, name, state, described),
    ...advertisedRouteOf(link, name, state, described),
  ]
}

const routeOf = (route: Route, name: string, state: KernelState): readonly string[] => {
  const all = routes(route.family, state)
  if (all.some(kernel => isRoute(kernel, route, name, state))) return []
  const shared = all.find(kernel => hopsOf(kernel).some(hop => isRoute(hop, route, name, state)))
  if (shared === undefined) return [`lacks the route ${showRoute(route)}`]
  const others = hopsOf(shared).flatMap(({ gateway }) => (gateway === route.via?.value.text ? [] : [gateway ?? 'a device']))
  return [`shares the route ${showRoute(route)} with ${others.join(' and ')}`]
}

/** All of both families; those with several next hops as one for each. */
export const routesOfKernel = ({ routes4, routes6 }: KernelState): readonly KernelRoute[] =>
  [...routes4, ...routes6].flatMap(route => (route.nexthops === undefined ? [route] : hopsOf(route)))

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
export const isDropping = ({ type = '' }: KernelRoute): boolean => dropping.includes(type)

export const isRoute = (kernel: KernelRoute, route: Route, name: string, state: KernelState): boolean =>
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

/** The table of what the kernel and the stack find out for a link. */
export const tableOfLink = ({ vrf }: Link, { network }: Described): number => {
  const device = vrf === undefined ? undefined : linkOf(network, vrf)
  return device?.kind === 'vrf' ? device.table.value : 254
}

const leased = readCidr('10.66.0.0/16')
const routers = readCidr('fe80::/10')
const within = (network: typeof leased, ip: string | undefined): boolean => network !== undefined && ip !== undefined && holds(network, ip)

/** Whether the DHCP server of the far end has a part in the route, or its router advertisements. */
export const byLeaseOrAdvertisement = (route: KernelRoute, link: Link, state: KernelState, described: Described): boolean => {
  const table = tableOf(route.table, state)
  const [ip] = route.dst.split('/')
  if (within(leased, ip)) return link.dhcp4.value && route.gateway === undefined && table === tableOfLink(link, described)
  if (route.dst !== 'default') return false
  if (within(leased, route.gateway)) {
    return link.dhcp4.value && link.dhcp4Overrides?.useRoutes?.value !== false && table === tableOfLink(link, described)
  }
  return link.acceptRa.value && within(routers, route.gateway) && table === (link.raOverrides?.table?.value ?? tableOfLink(link, described))
}

const dhcpRouteOf = (link: Link, name: string, state: KernelState, described: Described): readonly string[] => {
  if (!link.dhcp4.value || link.dhcp4Overrides?.useRoutes?.value === false) return []
  const found = learnt(link, name, state, described).find(route => within(leased, route.gateway))
  if (found === undefined) return ['has no default route from the DHCP server']
  return expectLeaf('metric of the default route from the DHCP server', link.dhcp4Overrides?.routeMetric, found.metric)
}

const advertisedRouteOf = (link: Link, name: string, state: KernelState, described: Described): readonly string[] => {
  if (!hearsRouter(link, described)) return []
  const found = learnt(link, name, state, described).some(route => within(routers, route.gateway))
  return found ? [] : ['has no default route from a router advertisement']
}

const learnt = (link: Link, name: string, state: KernelState, described: Described): readonly KernelRoute[] =>
  routesOfKernel(state).filter(
    route => route.dev === name && route.dst === 'default' && byLeaseOrAdvertisement(route, link, state, described),
  )
