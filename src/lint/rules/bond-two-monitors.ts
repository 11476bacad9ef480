import { placeOf, relatedTo } from '../place.ts'
import { bondsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** The kernel refuses to make a bond that watches its ports in both ways (drivers/net/bonding/bond_netlink.c, bond_changelink). */
export const bondTwoMonitors: Rule = (network, report) => {
  for (const { id, miiMonitor, arpInterval } of bondsOf(network)) {
    if (miiMonitor === undefined || arpInterval === undefined || miiMonitor.value === 0 || arpInterval.value === 0) continue
    const related = relatedTo(miiMonitor, 'the link monitor is here')
    report.add('bond-two-monitors', { bond: id }, { place: placeOf(arpInterval), related })
  }
}
