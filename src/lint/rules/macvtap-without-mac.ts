import { saysMac } from '../../model/network.ts'
import type { Rule } from '../rule.ts'

/** A macvtap hears what is for its own MAC; in mode `passthru` it has that of the device below. */
export const macvtapWithoutMac: Rule = (network, report) => {
  for (const link of network.links) {
    if (link.kind !== 'macvtap' || link.mode.value === 'passthru' || saysMac(link)) continue
    const path = link.interface?.origins[0]
    report.add('macvtap-without-mac', { id: link.id }, { place: path && { path, key: true } })
  }
}
