import type { RouteDescription, RuleDescription } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { anywhere, type Cidr, type Family, type Ip, isUnspecified } from '../model/address.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Route, RouteScope, RouteType, Rule } from '../model/network.ts'
import { isWayTo } from '../model/way-to.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A route of the description; undefined when it can't be one. */
export function route(d: Place<RouteDescription>, scope: Scope): Route | undefined {
  const { report } = scope
  const { to, from } = d.value
  const via = gatewayOf(d, scope)
  const family = oneFamily([to === 'default' ? undefined : to, d.value.via, from])
  if (family === undefined) report.add('mixed-families', { what: 'the route' }, { place: d })
  if (to === 'default' && d.value.via === undefined && from === undefined)
    report.add('default-of-no-family', {}, { place: { path: d.at('to') } })
  const type = d.leaf('type') ?? silent<RouteType>('unicast')
  if (type.value === 'unicast' && d.value.scope === 'global' && via === undefined) report.add('route-needs-via', {}, { place: d })
  if (family === undefined) return undefined
  return {
    family,
    to: new Leaf(to === 'default' ? anywhere(family) : to, [d.at('to')]),
    via,
    from: d.leaf('from'),
    onLink: d.leaf('on-link'),
    metric: d.leaf('metric'),
    type,
    scope: d.leaf('scope') ?? silent(scopeOf(type.value, via?.value)),
    table: d.leaf('table'),
    mtu: d.leaf('mtu'),
    congestionWindow: d.leaf('congestion-window'),
    receiveWindow: d.leaf('advertised-receive-window'),
    advertisedMss: d.leaf('advertised-mss'),
  }
}

/** `via: 0.0.0.0`, as cloud-init writes it on EC2, is no gateway: networkd gives it not to the kernel, which then has the destination on the link. */
const gatewayOf = (d: Place<RouteDescription>, scope: Scope): Leaf<Ip> | undefined => {
  const via = d.leaf('via')
  if (via === undefined || !isUnspecified(via.value)) return via
  scope.noEffect(via, 'it is no address of a gateway: the destination is on the link')
  return undefined
}

/** The routes that others need for their gateways go first: a command for such a one fails before. */
export const inOrder = (routes: readonly Route[]): readonly Route[] => {
  if (routes.every(({ via }) => via !== undefined)) return routes
  const gateways = routes.flatMap(({ via, onLink }) => (via === undefined || onLink?.value === true ? [] : [via.value]))
  const goesFirst = (route: Route): boolean => gateways.some(gateway => isWayTo(route, gateway))
  return [...routes.filter(goesFirst), ...routes.filter(route => !goesFirst(route))]
}

/** The deprecated `gateway4` and `gateway6`: a default route. */
export const gatewayRoute = (gateway: Leaf<Ip>): Route => ({
  family: gateway.value.family,
  to: gateway.map(ip => anywhere(ip.family)),
  via: gateway,
  from: undefined,
  onLink: undefined,
  metric: undefined,
  type: silent<RouteType>('unicast'),
  scope: silent<RouteScope>('global'),
  table: undefined,
  mtu: undefined,
  congestionWindow: undefined,
  receiveWindow: undefined,
  advertisedMss: undefined,
})

/** netplan's default scope (its src/parse.c, handle_routes). */
const scopeOf = (type: RouteType, via: Ip | undefined): RouteScope => {
  if (type === 'local' || type === 'nat') return 'host'
  const onThisLink = (type === 'unicast' && via === undefined) || type === 'broadcast' || type === 'multicast' || type === 'anycast'
  return onThisLink ? 'link' : 'global'
}

/** A rule of the description; undefined when it can't be one. */
export function rule(d: Place<RuleDescription>, report: Report): Rule | undefined {
  const family = oneFamily([d.value.from, d.value.to])
  if (family === undefined) report.add('mixed-families', { what: 'the rule' }, { place: d })
  if (d.value.from === undefined && d.value.to === undefined) report.add('rule-needs-selector', {}, { place: d })
  if (family === undefined) return undefined
  return {
    family,
    from: d.leaf('from'),
    to: d.leaf('to'),
    table: d.leaf('table'),
    priority: d.leaf('priority'),
    mark: d.leaf('mark'),
    typeOfService: d.leaf('type-of-service'),
  }
}

/** The family of all of them, IPv4 where none tells; undefined when they differ. */
const oneFamily = (addresses: readonly (Ip | Cidr | undefined)[]): Family | undefined => {
  let found: Family | undefined
  for (const address of addresses) {
    if (address !== undefined && found !== undefined && address.family !== found) return undefined
    found ??= address?.family
  }
  return found ?? 4
}
