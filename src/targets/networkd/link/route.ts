import type { Route, Rule } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import type { Docs, NetworkSection } from '../documents.ts'
import { cidr, integer, ip, word, yesNo } from '../format.ts'
import type { NetworkdAt } from '../handlers.ts'

/** On a link without static addresses networkd takes every gateway for on-link, and warns that it was not told so. */
export const openRoute = (docs: Docs, route: Route, { link }: NetworkdAt): NetworkSection<'Route'> => {
  const section = docs.network.another('Route')
  const assumed = route.via !== undefined && route.onLink === undefined && link.addresses.length === 0
  if (assumed) section.put('GatewayOnLink', yesNo.print(true), 'networkd assumes it on a link without static addresses')
  return section
}

/** Scope and type have the defaults of netplan, which are networkd's own. */
export const routeFields: Fields<Route, NetworkSection<'Route'>, NetworkdAt> = {
  to: (leaf, section) => section.set('Destination', cidr.print(leaf.value), leaf),
  via: (leaf, section) => section.set('Gateway', ip.print(leaf.value), leaf),
  from: (leaf, section) => section.set('PreferredSource', ip.print(leaf.value), leaf),
  onLink: (leaf, section) => section.set('GatewayOnLink', yesNo.print(leaf.value), leaf),
  metric: (leaf, section) => section.set('Metric', integer.print(leaf.value), leaf),
  type: written((leaf, section) => section.set('Type', word.print(leaf.value), leaf)),
  // IPv6 knows no scopes, and networkd warns of one.
  scope: written((leaf, section, { link, context }) =>
    link.routes.find(route => route.scope === leaf)?.family === 6
      ? context.ledger.imply(leaf, 'a route of IPv6 has no scope')
      : section.set('Scope', word.print(leaf.value), leaf),
  ),
  table: written(
    (leaf, section) => section.set('Table', integer.print(leaf.value), leaf),
    'networkd puts the routes of a VRF’s member into its table',
  ),
  mtu: (leaf, section) => section.set('MTUBytes', integer.print(leaf.value), leaf),
  congestionWindow: (leaf, section) => section.set('InitialCongestionWindow', integer.print(leaf.value), leaf),
  receiveWindow: (leaf, section) => section.set('InitialAdvertisedReceiveWindow', integer.print(leaf.value), leaf),
  advertisedMss: (leaf, section) => section.set('TCPAdvertisedMaximumSegmentSize', integer.print(leaf.value), leaf),
}

export const ruleFields: Fields<Rule, NetworkSection<'RoutingPolicyRule'>, NetworkdAt> = {
  from: (leaf, section) => section.set('From', cidr.print(leaf.value), leaf),
  to: (leaf, section) => section.set('To', cidr.print(leaf.value), leaf),
  table: (leaf, section) => section.set('Table', integer.print(leaf.value), leaf),
  priority: (leaf, section) => section.set('Priority', integer.print(leaf.value), leaf),
  mark: (leaf, section) => section.set('FirewallMark', integer.print(leaf.value), leaf),
  typeOfService: (leaf, section) => section.set('TypeOfService', integer.print(leaf.value), leaf),
}
