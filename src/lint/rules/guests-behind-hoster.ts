import { holds } from '../../model/address.ts'
import { type Bridge, type LinkKind, linkOf, type Network, type Route } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import { bridgesOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

const outside: ReadonlySet<LinkKind> = new Set(['ethernet', 'bond', 'vlan'])

/**
 * A gateway outside the own network is what hosters give to a machine whose switch port takes one MAC (Hetzner, OVH): bridged guests then reach nobody,
 * and their MACs are reported as abuse. Elsewhere a gateway is in the network, so this is told of no common bridge.
 */
export const guestsBehindHoster: Rule = (network, report) => {
  for (const bridge of bridgesOf(network)) {
    const route = bridge.routes.find(one => isOutside(one, bridge))
    if (route?.via === undefined) continue
    const tap = portOf(bridge, network, kind => kind === 'tap')
    const nic = portOf(bridge, network, kind => outside.has(kind))
    if (tap === undefined || nic === undefined) continue
    const params = { bridge: bridge.id, tap: tap.value, nic: nic.value, gateway: route.via.value.text }
    report.add('guests-behind-hoster', params, { place: placeOf(tap), related: relatedTo(route.via, 'the gateway is here') })
  }
}

const portOf = (bridge: Bridge, network: Network, wanted: (kind: LinkKind) => boolean) =>
  bridge.ports.find(({ link }) => wanted(linkOf(network, link.value).kind))?.link

const isOutside = ({ family, to, via }: Route, { addresses }: Bridge): boolean =>
  family === 4 &&
  to.value.prefix === 0 &&
  via !== undefined &&
  addresses.some(({ address }) => address.value.family === 4) &&
  !addresses.some(({ address }) => holds(address.value, via.value.text))
