import { approximate } from '../target.ts'
import type { InterfacesHandler } from './documents.ts'

/** The kernel gives a device with ports the MAC of one of them, unless udev gives it one: `what` says which. */
export const inheritMac =
  (what: string): InterfacesHandler<string> =>
  (leaf, { side }, { link, context }) => {
    side.keepMac(leaf)
    const why = `the MAC of the port is not in the description, so ${link.id} gets ${what}`
    return context.ledger.lose(leaf, approximate(why, 'write `macaddress`, or the port’s `match.macaddress`'))
  }
