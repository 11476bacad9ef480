import { type Cidr, holds, type Ip, linkLocal6 } from '../../model/address.ts'
import type { Link, Route } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

/**
 * The kernel takes a route only if it reaches the gateway by the link itself (net/ipv4/fib_semantics.c, fib_check_nh: "Nexthop has invalid
 * gateway"), so a typing error in an address or a prefix length costs the default route. What a lease or a router advertisement will
 * bring can't be known, so with those nothing is said.
 */
export const gatewayUnreachable: Rule = (network, report) => {
  for (const link of network.links)
    for (const route of link.routes) {
      const { via } = route
      if (via === undefined || link.controller !== undefined || link.kind === 'vrf' || route.onLink?.value === true) continue
      if (learns(link, route) || onLink(link, via.value)) continue
      const own = link.addresses.map(a => a.address).filter(a => a.value.family === route.family)
      const params = { link: link.id, gateway: via.value.text, addresses: own.map(a => a.value.text) }
      const related = own.flatMap(a => relatedTo(a, `${a.value.text} does not hold ${via.value.text}`))
      report.add('gateway-unreachable', params, { place: placeOf(via), related })
    }
}

/** Whether the link may get networks that the description doesn't tell. */
const learns = (link: Link, { family }: Route): boolean => {
  if (family === 4) return link.dhcp4.value
  const hasStatic = link.addresses.some(a => a.address.value.family === 6)
  return link.dhcp6.value || (link.acceptRa.value && (link.acceptRa.written || !hasStatic))
}

const linkLocal4: Cidr = { family: 4, text: '169.254.0.0/16', ip: '169.254.0.0', prefix: 16 }

/** Whether an address of the link, or a route without gateway, reaches it. */
const onLink = ({ addresses, routes, linkLocal }: Link, { text }: Ip): boolean =>
  addresses.some(({ address }) => holds(address.value, text)) ||
  routes.some(({ via, type, to }) => via === undefined && type.value === 'unicast' && holds(to.value, text)) ||
  (linkLocal.value.ipv4 && holds(linkLocal4, text)) ||
  holds(linkLocal6, text)
