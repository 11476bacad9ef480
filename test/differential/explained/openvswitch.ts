import type { Explanation } from './explanation.ts'

/** Open vSwitch keeps its own database: on networkd and NetworkManager the devices are losses, each of which is told. */
export const openvswitch: readonly Explanation[] = (['networkd', 'networkmanager'] as const).map(target => ({
  why: 'what Open vSwitch makes is lost here, and told so; for networkd, netplan has units that call ovs-vsctl',
  section: 'Open vSwitch',
  target,
  place: /./,
  netplan: /^/,
  ours: /^/,
  when: ({ entry }) => entry.startsWith('openvswitch/'),
}))
