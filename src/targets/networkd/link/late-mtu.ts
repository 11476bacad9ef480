import type { Leaf } from '../../../model/leaf.ts'
import { hasPorts, type Link } from '../../../model/network.ts'
import { approximate } from '../../target.ts'

/**
 * Whether the carrier comes after networkd has set the MTU of IPv6: networkd sets it when the device is brought up (networkd-link.c, link_admin_state_up),
 * and the kernel puts the MTU of the device in its place when the device has a carrier for the first time (addrconf.c, addrconf_notify).
 */
export const comesUpLate = (_leaf: Leaf<number>, { link }: { readonly link: Link }): boolean => hasPorts(link)

export const lateMtu = approximate(
  'systemd-networkd sets it before the ports give the device a carrier, and the kernel then puts the MTU of the device in its place',
  'write `mtu`, which is of IPv4 too, or have the routers advertise the MTU',
)
