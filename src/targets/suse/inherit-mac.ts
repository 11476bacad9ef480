import { approximate } from '../target.ts'
import type { SuseHandler } from './handlers.ts'

/** udev's default would make up a MAC; without it the kernel takes that of a port: `what` says which. */
export const inheritMac =
  (what: string): SuseHandler<string> =>
  (leaf, docs, { link, context }) => {
    docs.side.keepMac(leaf)
    const why = `the MAC of the port is not in the description, so ${link.id} gets ${what}`
    return context.ledger.lose(leaf, approximate(why, 'write `macaddress`, or the port’s `match.macaddress`'))
  }
