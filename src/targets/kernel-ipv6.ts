import type { Network } from '../model/network.ts'
import { perNetwork } from '../model/per-network.ts'
import { absent, conflict, value } from './target.ts'

/*
 * What the kernel does of IPv6 and what it can't, for the stacks that leave IPv6 to it (net/ipv6/addrconf.c).
 */

export const noDiscovery = absent('the kernel takes no token for a device without neighbour discovery', 'write the address in `addresses`')

export const ofNoMac = value('the device has no MAC that an address could end in', 'write `ipv6-address-generation: stable-privacy`')

export const needsLinkLocal = conflict(
  'the kernel has one switch for the link-local address and for the others, and off is a third position of it',
  'let the device have a link-local address',
)

export const noRaTable = absent(
  'the kernel puts the routes of router advertisements into the main table',
  'render for networkd or networkmanager, which read advertisements themselves',
)

/**
 * The kernel's accept_ra. Where forwarding of IPv6 is switched on for any device, the kernel drops the default routes by router advertisement of all
 * devices whose accept_ra is not 2 (net/ipv6/addrconf.c, addrconf_fixup_forwarding; net/ipv6/route.c, rt6_purge_dflt_routers).
 */
export const acceptRaSetting = (accepts: boolean, network: Network): 0 | 1 | 2 => (accepts ? (forwardsIpv6(network) ? 2 : 1) : 0)

const forwardsIpv6 = perNetwork(({ links }) => links.some(link => link.ipv6Forwarding?.value === true))

/** machine-id(5): systemd's, so there on every machine that has it. */
export const machineId = '/etc/machine-id'

/**
 * A secret of the machine and the interface, as a command prints it. It has to differ between interfaces: the kernel makes an address of the
 * secret and the hardware's MAC, which devices of the kernel's own making do not have.
 */
export const stableSecret = (name: string, file = machineId): string =>
  `{ echo ${name}; cat ${file}; } | sha256sum | cut -c1-32 | sed 's/..../&:/g;s/:$//'`
