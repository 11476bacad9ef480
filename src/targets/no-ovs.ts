import type { Reason } from './ledger.ts'
import { lostKind } from './lost-kind.ts'
import { absent } from './target.ts'

const remedy =
  'render for netplan, networkd, ifupdown or ifupdown2, or make the bridge by ovs-vsctl(8) and leave it out here, or use a bridge of the kernel: take `openvswitch` out'

/** Why a target’s files have nothing of Open vSwitch, whose bridges are none of the kernel’s. */
export const noOvs = {
  'ifupdown-ng': absent('ifupdown-ng has no executor for Open vSwitch', remedy),
  networkmanager: absent('NetworkManager has Open vSwitch in a plugin that Debian and Ubuntu do not ship', remedy),
  suse: absent(
    'wicked knows bridges, ports and VLANs of Open vSwitch and none of their settings, and netglot writes nothing for it',
    remedy,
  ),
} as const

/** Nothing of Open vSwitch may be made as if it were the kernel’s. */
export const lostOvs = (reason: Reason) => {
  const lost = lostKind(reason)
  return { 'ovs-bridge': lost, 'ovs-bond': lost, 'ovs-vlan': lost } as const
}
