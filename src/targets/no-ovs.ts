import { lostKind } from './lost-kind.ts'
import { absent } from './target.ts'

/** Open vSwitch keeps its own database, which no other stack’s files reach. */
export const noOvs = absent(
  'it has no files for Open vSwitch, whose bridges are none of the kernel’s',
  'render for netplan, networkd, ifupdown or ifupdown2, or make the bridge by ovs-vsctl(8) and leave it out here, or use a bridge of the kernel: take `openvswitch` out',
)

/** Nothing of Open vSwitch may be made as if it were the kernel’s. */
export const lostOvs = { 'ovs-bridge': lostKind(noOvs), 'ovs-bond': lostKind(noOvs), 'ovs-vlan': lostKind(noOvs) } as const
