import type { Leaf } from '../../model/leaf.ts'
import { ipv6Minimum, type Link } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

/**
 * The kernel has IPv6 only on devices whose MTU is no less than 1280 (net/ipv6/addrconf.c, addrconf_notify). systemd-networkd makes it 1280 where
 * IPv6 is on (networkd-setlink.c); with the others the device is without IPv6.
 */
export const mtuBelowIpv6: Rule = (network, report) => {
  for (const link of network.links) {
    const { id, mtu } = link
    if (mtu === undefined || mtu.value >= ipv6Minimum || link.kind === 'vrf') continue
    const wanted = ipv6Of(link)
    if (wanted === undefined) continue
    const related = relatedTo(wanted, `IPv6 of ${id} is here`)
    report.add('mtu-below-ipv6', { link: id, mtu: mtu.value, silent: !wanted.written }, { place: placeOf(mtu), related })
  }
}

/** The first value that wants IPv6. */
const ipv6Of = (link: Link): Leaf<unknown> | undefined => {
  const address = link.addresses.find(one => one.address.value.family === 6)?.address
  const route = link.routes.find(one => one.family === 6)?.to
  const switches = [link.dhcp6, link.acceptRa].find(leaf => leaf.value && leaf.written)
  return address ?? route ?? switches ?? (link.linkLocal.value.ipv6 ? link.linkLocal : undefined)
}
