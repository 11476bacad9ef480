import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

/** The kernel refuses an MTU of IPv6 that is larger than the device's (net/ipv6/addrconf.c, addrconf_sysctl_mtu), and the device's holds. */
export const ipv6MtuAboveMtu: Rule = (network, report) => {
  for (const { id, mtu, ipv6Mtu } of network.links) {
    if (ipv6Mtu === undefined || mtu === undefined || ipv6Mtu.value <= mtu.value) continue
    const related = relatedTo(mtu, `${id} has an MTU of ${mtu.value} here`)
    report.add('ipv6-mtu-above-mtu', { link: id, mtu: mtu.value, ipv6Mtu: ipv6Mtu.value }, { place: placeOf(ipv6Mtu), related })
  }
}
