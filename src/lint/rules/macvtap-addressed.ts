import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** While a program has the character device open, the kernel hands it every frame (drivers/net/tap.c, tap_handle_frame). */
export const macvtapAddressed: Rule = (network, report) => {
  for (const link of network.links) {
    if (link.kind !== 'macvtap') continue
    const [address, lease] = [link.addresses[0]?.address, [link.dhcp4, link.dhcp6].find(dhcp => dhcp.value)]
    if (address !== undefined)
      report.add('macvtap-addressed', { id: link.id, what: `has the address ${address.value.text}` }, { place: placeOf(address) })
    if (lease !== undefined) report.add('macvtap-addressed', { id: link.id, what: 'asks a DHCP server' }, { place: placeOf(lease) })
  }
}
