import type { Step } from '../../diagnostics/fix.ts'
import type { Leaf } from '../../model/leaf.ts'
import { leavesOf } from '../../model/leaves.ts'
import { type Bond, type Bridge, type Link, type Network, sections } from '../../model/network.ts'
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
      const about = { place: placeOf(leaf), related, fix: moved(link, controller, network) }
      report.add('address-on-port', { port: link.id, controller: controller.id, what }, about)
    }
}

const layer3 = (link: Link): readonly (readonly [string, Leaf<unknown>])[] => {
  const [address, route] = [link.addresses[0]?.address, link.routes[0]?.to]
  const found: [string, Leaf<unknown>][] = []
  if (address !== undefined && link.kind !== 'tap') found.push([`has the address ${address.value.text}`, address])
  if (link.dhcp4.value) found.push(['asks a DHCP server for an IPv4 address', link.dhcp4])
  if (link.dhcp6.value) found.push(['asks a DHCP server for an IPv6 address', link.dhcp6])
  if (route !== undefined) found.push([`has a route to ${route.value.text}`, route])
  return found
}

/** What is IP of a definition. */
const keys = ['dhcp4', 'dhcp6', 'dhcp4-overrides', 'dhcp6-overrides', 'dhcp-identifier', 'accept-ra', 'addresses', 'gateway4', 'gateway6']
const more = ['routes', 'routing-policy', 'nameservers']

/** Where the controller has nothing of the kind, and no other port has, all of it is the controller's. */
const moved = (link: Link, controller: Bond | Bridge, network: Network): readonly Step[] | undefined => {
  const others = allPortsOf(network).filter(port => port.controller === controller && port.link !== link)
  if (link.kind === 'tap' || isAddressed(controller) || others.some(port => isAddressed(port.link))) return undefined
  const from = [sections[link.kind], link.id]
  const written = new Set([...leavesOf(link)].flatMap(leaf => leaf.origins).map(path => path[2]))
  const off = [
    ...(link.dhcp4.value ? [] : ['dhcp4']),
    ...(link.dhcp6.value ? [] : ['dhcp6']),
    ...(link.acceptRa.value ? [] : ['accept-ra']),
  ]
  return [...keys, ...more]
    .filter(key => written.has(key) && !off.includes(key))
    .map(key => ({ do: 'move', path: [...from, key], to: [sections[controller.kind], controller.id, key] }))
}

const isAddressed = ({ addresses, dhcp4, dhcp6, routes, rules, nameservers, searchDomains }: Link): boolean =>
  dhcp4.value || dhcp6.value || addresses.length + routes.length + rules.length + nameservers.length + searchDomains.length > 0
