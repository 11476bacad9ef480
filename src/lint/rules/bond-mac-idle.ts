import { placeOf, relatedTo } from '../place.ts'
import { bondsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** With this policy a bond has the MAC of its active port, and the kernel passes over any other (drivers/net/bonding/bond_main.c, bond_set_mac_address). */
export const bondMacIdle: Rule = (network, report) => {
  for (const { id, failOverMac, mac, macFrom, macPolicy } of bondsOf(network)) {
    const said = mac ?? macFrom ?? macPolicy
    if (said === undefined || failOverMac?.value !== 'active') continue
    report.add('bond-mac-idle', { bond: id }, { place: placeOf(said), related: relatedTo(failOverMac, 'the policy is here') })
  }
}
