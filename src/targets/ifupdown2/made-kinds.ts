import type { LinkKind } from '../../model/network.ts'

/** The kinds that commands make: ifupdown2 hears of such a device a little later (link/made.ts). */
export const madeKinds: ReadonlySet<LinkKind> = new Set<LinkKind>(['tap', 'tun', 'tunnel', 'vxlan'])
