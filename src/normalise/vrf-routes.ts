import { holds } from '../model/address.ts'
import type { Link, Route, Vrf } from '../model/network.ts'

/**
 * The links with the routes of VRFs that have a gateway at the member that reaches it, which is where the kernel puts them (net/ipv4/fib_semantics.c,
 * fib_check_nh_v4_gw: the device of the nexthop is the one that the look-up finds). At the VRF networkd would wait for an address of the VRF itself, or take
 * the gateway for on-link there, and the packets would come back.
 */
export function routesAtMembers(links: readonly Link[]): readonly Link[] {
  const moves = links.flatMap(link => (link.kind === 'vrf' ? movesOf(link, links) : []))
  if (moves.length === 0) return links
  return links.map(link => ({
    ...link,
    routes: [
      ...link.routes.filter(route => !moves.some(move => move.route === route)),
      ...moves.filter(({ member }) => member === link.id).map(({ route }) => route),
    ],
  }))
}

interface Move {
  readonly route: Route
  readonly member: string
}

const movesOf = (vrf: Vrf, links: readonly Link[]): readonly Move[] =>
  vrf.routes.flatMap(route => {
    const member = memberFor(route, vrf, links)
    return member === undefined ? [] : [{ route, member: member.id }]
  })

/** The member that has an address in the gateway's network, or the only one there is. */
const memberFor = ({ via }: Route, vrf: Vrf, links: readonly Link[]): Link | undefined => {
  if (via === undefined) return undefined
  const members = links.filter(link => link.vrf === vrf.id)
  return members.find(link => link.addresses.some(({ address }) => holds(address.value, via.value.text))) ?? onlyOf(members)
}

const onlyOf = (members: readonly Link[]): Link | undefined => (members.length === 1 ? members[0] : undefined)
