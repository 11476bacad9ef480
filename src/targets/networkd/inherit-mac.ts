import { approximate } from '../target.ts'
import { text } from '../text.ts'
import type { NetworkdHandler } from './handlers.ts'

/**
 * The kernel gives a device with ports the MAC of one of them, unless it is told one: `what` says which. networkd would make one up, and udev's
 * default another, so both are told not to.
 */
export const inheritMac =
  (what: string): NetworkdHandler<string> =>
  (leaf, docs, { link, context }) => {
    docs.netdev.section('NetDev').set('MACAddress', text('ini', 'none'), leaf)
    docs.side.keepMac(leaf)
    const why = `the MAC of the port is not in the description, so ${link.id} gets ${what}`
    return context.ledger.lose(leaf, approximate(why, 'write `macaddress`, or the port’s `match.macaddress`'))
  }
