import { type LinkKind, linkOf } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

/** What the kernel gives to Ethernet-like devices (net/ethernet/eth.c, ether_setup). */
const kernelDefault = 1500

const below: ReadonlySet<LinkKind> = new Set(['vlan', 'macvlan', 'macvtap'])

/** The kernel gives a VLAN no larger MTU than the device below has (net/8021q/vlan_dev.c, vlan_dev_change_mtu: ERANGE), nor a macvlan (drivers/net/macvlan.c: EINVAL). */
export const vlanMtuAboveParent: Rule = (network, report) => {
  for (const link of network.links) {
    if (!below.has(link.kind) || !('parent' in link) || link.mtu === undefined || link.parent === undefined) continue
    const parent = linkOf(network, link.parent.value)
    const most = parent.mtu?.value ?? kernelDefault
    if (link.mtu.value <= most || parent.kind === 'bridge' || (parent.mtu === undefined && parent.dhcp4.value)) continue
    const related = relatedTo(parent.mtu, `${parent.id} has an MTU of ${most} here`)
    report.add(
      'vlan-mtu-above-parent',
      { vlan: link.id, mtu: link.mtu.value, parent: parent.id, most },
      { place: placeOf(link.mtu), related },
    )
  }
}
