import type { Leaf } from '../../model/leaf.ts'
import type { Link } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import { portsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * The kernel hands every frame that comes in by a port to the bridge (net/bridge/br_input.c, br_handle_frame) before IP sees it, so an
 * address or a route on the port answers nobody, and a DHCP client there hears no offer. Addresses of TAPs are NG4011's business.
 */
export const addressOnPort: Rule = (network, report) => {
  for (const { bridge, port, link } of portsOf(network))
    for (const [what, leaf] of layer3(link)) {
      const related = relatedTo(port.link, `${link.id} is a port of ${bridge.id} here`)
      report.add('address-on-port', { port: link.id, bridge: bridge.id, what }, { place: placeOf(leaf), related })
    }
}

const layer3 = (link: Link): readonly (readonly [string, Leaf<unknown>])[] => {
  const [address, route] = [link.addresses[0]?.address, link.routes[0]?.to]
  return [
    ...(address === undefined || link.kind === 'tap' ? [] : [[`has the address ${address.value.text}`, address] as const]),
    ...(link.dhcp4.value ? [['asks a DHCP server for an IPv4 address', link.dhcp4] as const] : []),
    ...(link.dhcp6.value ? [['asks a DHCP server for an IPv6 address', link.dhcp6] as const] : []),
    ...(route === undefined ? [] : [[`has a route to ${route.value.text}`, route] as const]),
  ]
}
