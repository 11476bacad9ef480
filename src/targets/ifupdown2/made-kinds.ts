import type { LinkKind } from '../../model/network.ts'

/**
 * The kinds that commands make: ifupdown2 hears of such a device a little later (link/made.ts). It has `link-type veth` too, but brings up the other end
 * before it makes it, and `link-type dummy`, of which it hears late as well (addons/link.py).
 */
export const madeKinds: ReadonlySet<LinkKind> = new Set<LinkKind>([
  'dummy',
  'ipvlan',
  'macvlan',
  'macvtap',
  'ovs-bridge',
  'ovs-vlan',
  'tap',
  'tun',
  'tunnel',
  'veth',
  'vrf',
  'vxlan',
  'wireguard',
])
