import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** In mode `source` the kernel drops all frames but those of the list (drivers/net/macvlan.c, macvlan_forward_source). */
export const sourceHearsNobody: Rule = (network, report) => {
  for (const link of network.links)
    if ((link.kind === 'macvlan' || link.kind === 'macvtap') && link.mode.value === 'source' && link.sourceMacs.length === 0)
      report.add('source-hears-nobody', { id: link.id }, { place: placeOf(link.mode) })
}
