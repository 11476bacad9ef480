import type { Leaf } from '../../model/leaf.ts'
import type { Link } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import { allPortsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * The kernel hands every frame that comes in by a port to the bridge or the bond (net/bridge/br_input.c, br_handle_frame) before IP sees it, so an
 * address or a route on the port answers nobody, and a DHCP client there hears no offer. Addresses of TAPs are NG4011's business.
 */
export const addressOnPort: Rule = (network, report) => {
  for (const { controller, said, link } of allPortsOf(network))
    for (const [what, leaf] of layer3(link)) {
      const related = relatedTo(said, `${link.id} is a port of ${controller.id} here`)
      report.add('address-on-port', { port: link.id, controller: controller.id, what }, { place: placeOf(leaf), related })
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
