import type { IpTunnelMode } from '../../model/network.ts'

/** NMIPTunnelMode of libnm (nm-dbus-interface.h). */
export const tunnelModes = {
  ipip: 1,
  gre: 2,
  sit: 3,
  isatap: 4,
  vti: 5,
  ip6ip6: 6,
  ipip6: 7,
  ip6gre: 8,
  vti6: 9,
  gretap: 10,
  ip6gretap: 11,
} as const satisfies Record<IpTunnelMode, number>
