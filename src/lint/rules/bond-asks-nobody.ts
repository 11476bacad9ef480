import { placeOf } from '../place.ts'
import { bondsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** A bond that watches by ARP and has nobody to ask hears no answer, and takes all its ports for dead (bond_main.c, bond_arp_send_all). */
export const bondAsksNobody: Rule = (network, report) => {
  for (const { id, arpInterval, arpTargets } of bondsOf(network))
    if (arpInterval !== undefined && arpInterval.value > 0 && arpTargets.length === 0)
      report.add('bond-asks-nobody', { bond: id }, { place: placeOf(arpInterval) })
}
