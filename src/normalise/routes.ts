import type { RouteDescription, RuleDescription } from '../description/schema/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { anywhere, type Cidr, type Family, type Ip } from '../model/address.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Route, RouteScope, RouteType, Rule } from '../model/network.ts'
import type { Place } from './place.ts'

/** A route of the description; undefined when it can't be one. */
export function route(d: Place<RouteDescription>, report: Report): Route | undefined {
  const { to, via, from } = d.value
  const family = oneFamily([to === 'default' ? undefined : to, via, from])
  if (family === undefined) report.add('mixed-families', { what: 'the route' }, { place: d })
  if (to === 'default' && via === undefined && from === undefined) report.add('default-of-no-family', {}, { place: { path: d.at('to') } })
  const type = d.leaf('type') ?? silent<RouteType>('unicast')
  if (type.value === 'unicast' && d.value.scope === 'global' && via === undefined) report.add('route-needs-via', {}, { place: d })
  if (family === undefined) return undefined
  return {
    family,
    to: new Leaf(to === 'default' ? anywhere(family) : to, [d.at('to')]),
    via: d.leaf('via'),
    from: d.leaf('from'),
    onLink: d.leaf('on-link'),
    metric: d.leaf('metric'),
    type,
    scope: d.leaf('scope') ?? silent(scopeOf(type.value, via)),
    table: d.leaf('table'),
    mtu: d.leaf('mtu'),
    congestionWindow: d.leaf('congestion-window'),
    receiveWindow: d.leaf('advertised-receive-window'),
    advertisedMss: d.leaf('advertised-mss'),
  }
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
  const [first, ...others] = addresses.filter(address => address !== undefined)
  return others.every(({ family }) => family === first?.family) ? (first?.family ?? 4) : undefined
}
