import type { Link, Macvlan, Macvtap, Network } from '../../model/network.ts'
import { perNetwork } from '../../model/per-network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

const isAddressed = ({ addresses, dhcp4, dhcp6 }: Link): boolean => addresses.length > 0 || dhcp4.value || dhcp6.value

/** What the kernel sends out by a device does not come in by the macvtaps on it (drivers/net/macvlan.c, macvlan_queue_xmit): only macvlans in mode `bridge` meet. */
export const hostCutFromGuests: Rule = (network, report) => {
  for (const lower of network.links.filter(isAddressed)) {
    const taps = uppers(network, lower, 'macvtap')
    if (taps[0] === undefined || uppers(network, lower, 'macvlan').some(isAddressed)) continue
    const said = lower.addresses[0]?.address ?? (lower.dhcp4.value ? lower.dhcp4 : lower.dhcp6)
    const related = relatedTo(said, `${lower.id} has its addresses from here`)
    report.add('host-cut-from-guests', { link: lower.id, taps: taps.map(tap => tap.id) }, { place: placeOf(taps[0].parent), related })
  }
}

const macvlansIn = perNetwork(({ links }) => links.filter(link => link.kind === 'macvlan' || link.kind === 'macvtap'))

const uppers = (network: Network, lower: Link, kind: 'macvlan' | 'macvtap'): readonly (Macvlan | Macvtap)[] =>
  macvlansIn(network).filter(link => link.kind === kind && link.parent.value === lower.id && link.mode.value === 'bridge')
