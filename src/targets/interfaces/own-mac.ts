import { isVirtual, type Link } from '../../model/network.ts'
import { udevIsLate } from '../../side/mac-policy.ts'
import type { InterfacesHandler } from './documents.ts'

/**
 * A described MAC of a device that is made. udev gives such a device a MAC of its own when it hears of it, unless a program has set one by then
 * (udev/net/link-config.c, MACAddressPolicy=persistent); it looks first and sets later, so on a busy machine it may overwrite what was set in between.
 * A .link file tells it to leave the device alone.
 */
export const ownMac =
  (set: InterfacesHandler<string>): InterfacesHandler<string> =>
  (leaf, docs, at) => {
    if (isGivenOne(at.link)) docs.side.keepMac(leaf, udevIsLate)
    return set(leaf, docs, at)
  }

/** A VLAN has the MAC of what it is on, which udev respects (addr_assign_type 2, NET_ADDR_STOLEN). */
const isGivenOne = (link: Link): boolean => isVirtual(link) && link.kind !== 'vlan'
