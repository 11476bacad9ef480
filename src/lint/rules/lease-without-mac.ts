import { hasMac } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** DHCPv4 asks by broadcast and goes by the MAC; DHCPv6 asks from a link-local address by multicast, which some tunnels of packets carry. */
export const leaseWithoutMac: Rule = (network, report) => {
  for (const link of network.links) {
    if (hasMac(link)) continue
    if (link.dhcp4.value) report.add('lease-without-mac', { link: link.id, family: 4 }, { place: placeOf(link.dhcp4) })
    if (link.dhcp6.value && !link.linkLocal.value.ipv6)
      report.add('lease-without-mac', { link: link.id, family: 6 }, { place: placeOf(link.dhcp6) })
  }
}
