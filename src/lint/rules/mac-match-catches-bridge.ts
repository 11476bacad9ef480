import { placeOf, relatedTo } from '../place.ts'
import { bridgesOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * A bridge that carries the NIC's MAC looks like the NIC to whatever compares current MACs, as `MACAddress=` of systemd.network(5) does
 * with bridges, bonds and VLANs that inherited it: the bridge then gets the NIC's settings and would be a port of itself. A name, a
 * driver or `set-name` tells the two apart.
 */
export const macMatchCatchesBridge: Rule = (network, report) => {
  for (const link of network.links) {
    if (link.kind !== 'ethernet' && link.kind !== 'wifi') continue
    const { match, setName } = link
    if (match?.mac === undefined || setName !== undefined || match.name !== undefined || match.drivers.length > 0) continue
    const mac = match.mac.value
    for (const bridge of bridgesOf(network).filter(b => b.mac?.value === mac)) {
      const related = relatedTo(bridge.mac, `${bridge.id} gets the same MAC here`)
      report.add('mac-match-catches-bridge', { link: link.id, mac, bridge: bridge.id }, { place: placeOf(match.mac), related })
    }
  }
}
