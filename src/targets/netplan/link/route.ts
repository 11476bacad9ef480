import type { Cidr } from '../../../model/address.ts'
import { anywhere } from '../../../model/address.ts'
import type { Leaf } from '../../../model/leaf.ts'
import type { Link, Network, Route, RouteScope, RouteType } from '../../../model/network.ts'
import { since, when, written } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { onPort } from '../../networkmanager/handlers.ts'
import { ipv4Method, ipv6Method } from '../../networkmanager/methods.ts'
import { absent, type Fields, type Handler } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { cidr, integer, ip, word, yesNo } from '../format.ts'
import type { NetplanAt } from '../handlers.ts'
import type { Mapping } from '../mapping.ts'
import { asksDhcp, hasAddress } from '../network-manager.ts'
import { usesNetworkManager } from '../renderer.ts'
import { routeKeys } from '../route-keys.ts'
import { takenOf } from '../taken.ts'

type RoutePlace = Mapping<(typeof routeKeys)[number]>
/** NETPLAN_ROUTE_TABLE_UNSPEC of its src/abi.h: what netplan itself takes for a route without a table. */
const noTable = 4_294_967_295

/** A route while its leaves are placed. */
interface OpenRoute {
  readonly mapping: RoutePlace
  readonly route: Route
}

export const openRoute = (docs: Docs, route: Route, { link: described, context }: NetplanAt): OpenRoute => {
  const link = takenOf(described, context)
  const manager = usesNetworkManager(link, context.network)
  if (manager && link.controller !== undefined) throw new Inexpressible(onPort.why, onPort.remedy)
  if (manager && !asksDhcp(link, route.family) && !hasAddress(link, route.family))
    throw new Inexpressible(
      `its NetworkManager renderer leaves out IPv${route.family} routes where the device has no IPv${route.family} address`,
      `add an IPv${route.family} address, or choose networkd as the renderer`,
    )
  const mapping = docs.definition.another('routes', routeKeys)
  // NetworkManager gives a route without a metric the one of the device.
  if (manager && route.metric === undefined && !kernelMetric(link, route, context.network))
    mapping.put('metric', text('yaml', '0'), 'the kernel’s own metric, not that of the device')
  if (!manager && route.via !== undefined && route.onLink === undefined && link.addresses.length === 0)
    mapping.put(
      'on-link',
      yesNo.print(true),
      'networkd does so where the device has no static address, and says so in the journal otherwise',
    )
  return { mapping, route }
}

/** Where all routes of the device get the kernel's metric. */
const kernelMetric = (link: Link, { family }: Route, network: Network): boolean =>
  (family === 4 ? ipv4Method(link) : ipv6Method(link, network)) === 'manual'

/** `default` where a gateway tells the family. */
const destination = (leaf: Leaf<Cidr>, { mapping, route }: OpenRoute): Receipt =>
  mapping.set(
    'to',
    leaf.value.text === anywhere(leaf.value.family).text && route.via !== undefined ? text('yaml', 'default') : cidr.print(leaf.value),
    leaf,
  )

const forNetworkd = <T>(handler: Handler<T, OpenRoute, NetplanAt>, fits: (leaf: Leaf<T>, at: OpenRoute) => boolean, why: string) =>
  when<T, OpenRoute, NetplanAt>(
    (_leaf, { link, context }) => usesNetworkManager(link, context.network),
    (leaf, open, at) =>
      fits(leaf, open) ? handler(leaf, open, at) : at.context.ledger.lose(leaf, absent(why, 'choose networkd as the renderer')),
    handler,
  )

const naturalScope = (leaf: Leaf<RouteScope>, { route }: OpenRoute): boolean => leaf.value === (route.via === undefined ? 'link' : 'global')

export const routeFields: Fields<Route, OpenRoute, NetplanAt> = {
  from: (leaf, { mapping }) => mapping.set('from', ip.print(leaf.value), leaf),
  to: destination,
  via: (leaf, { mapping }) => mapping.set('via', ip.print(leaf.value), leaf),
  onLink: (leaf, { mapping }) => mapping.set('on-link', yesNo.print(leaf.value), leaf),
  metric: (leaf, { mapping }) => mapping.set('metric', integer.print(leaf.value), leaf),
  type: written(
    forNetworkd<RouteType>(
      (leaf, { mapping }) => mapping.set('type', word.print(leaf.value), leaf),
      leaf => leaf.value === 'unicast',
      'its NetworkManager renderer takes only unicast routes',
    ),
  ),
  scope: written(
    forNetworkd<RouteScope>(
      (leaf, { mapping }) => mapping.set('scope', word.print(leaf.value), leaf),
      naturalScope,
      'its NetworkManager renderer passes over scopes',
    ),
  ),
  table: written((leaf, { mapping }) => {
    if (leaf.value === noTable) throw new Inexpressible('netplan takes the highest number for no table', 'choose another table')
    return mapping.set('table', integer.print(leaf.value), leaf)
  }, 'both back ends put the routes of a VRF’s member into its table'),
  mtu: (leaf, { mapping }) => mapping.set('mtu', integer.print(leaf.value), leaf),
  congestionWindow: (leaf, { mapping }) => mapping.set('congestion-window', integer.print(leaf.value), leaf),
  receiveWindow: (leaf, { mapping }) => mapping.set('advertised-receive-window', integer.print(leaf.value), leaf),
  advertisedMss: since(
    '1.1',
    (leaf, { mapping }) => mapping.set('advertised-mss', integer.print(leaf.value), leaf),
    'the key advertised-mss',
  ),
}
