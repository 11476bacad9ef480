import { absent } from '../target.ts'

/** Why a NetworkManager without its plugin has nothing of Open vSwitch, whose bridges are none of the kernel’s. */
export const noPlugin = absent(
  'NetworkManager has Open vSwitch in a plugin that Debian and Ubuntu do not ship',
  'render for another stack, such as networkd, or make the bridge by ovs-vsctl(8) and leave it out here, or use a bridge of the kernel: take `openvswitch` out',
)
