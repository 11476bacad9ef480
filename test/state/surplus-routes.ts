import { holds, networkOf, readCidr } from '../../src/model/address.ts'
import type { Link } from '../../src/model/network.ts'
import type { Described } from './described.ts'
import type { KernelRoute, KernelState } from './kernel-state.ts'
import { byLeaseOrAdvertisement, isDropping, isRoute, routesOfKernel, tableOf, tableOfLink } from './routes.ts'

/** The routes at a link that neither the description nor its addresses, a lease or a router advertisement bring. */
export const surplusRoutesOf = (link: Link, name: string, state: KernelState, described: Described): readonly string[] =>
  routesOfKernel(state)
    .filter(route => route.dev === name && !isDropping(route) && !isMirror(route))
    .filter(route => !link.routes.some(r => isRoute(route, r, name, state)))
    .filter(route => !(isConnected(route, name, state) && tableOf(route.table, state) === connectedTable(link, route, described)))
    .filter(route => !byLeaseOrAdvertisement(route, link, state, described))
    .map(route => `has the route ${show(route)}`)

/** Routes that drop packets, which belong to no device. */
export const surplusDropsOf = ({ network }: Described, state: KernelState): readonly string[] =>
  routesOfKernel(state)
    .filter(route => isDropping(route) && !network.links.some(link => link.routes.some(r => isRoute(route, r, '', state))))
    .map(route => `there is the route ${route.type} ${show(route)}`)

/** The kernel's own, one for each address: those of a VRF stand in its table. */
const isMirror = ({ type = '' }: KernelRoute): boolean => ['local', 'broadcast', 'anycast', 'multicast'].includes(type)

/** To the network of an address that the link has, or to the address itself. */
const isConnected = (route: KernelRoute, name: string, { addresses }: KernelState): boolean =>
  route.gateway === undefined &&
  (addresses.find(a => a.ifname === name)?.addr_info ?? []).some(({ local = '', prefixlen = 0 }) => {
    const own = readCidr(`${local}/${prefixlen}`)
    return own !== undefined && (route.dst === networkOf(own).text || route.dst === local)
  })

/** What advertisements bring may have a table of its own. */
const connectedTable = (link: Link, { dst }: KernelRoute, described: Described): number => {
  const advertised = readCidr('2001:db8:66::/48')
  const [ip = ''] = dst.split('/')
  const own = advertised !== undefined && holds(advertised, ip) ? link.raOverrides?.table?.value : undefined
  return own ?? tableOfLink(link, described)
}

const show = ({ dst, gateway, metric, table }: KernelRoute): string =>
  [
    dst,
    ...(gateway === undefined ? [] : ['via', gateway]),
    ...(metric === undefined ? [] : ['metric', metric]),
    'table',
    table ?? 'main',
  ].join(' ')
