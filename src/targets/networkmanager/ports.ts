import type { Leaf } from '../../model/leaf.ts'
import type { Receipt } from '../ledger.ts'
import { approximate } from '../target.ts'
import { text } from '../text.ts'
import type { Docs } from './documents.ts'
import { word } from './format.ts'
import type { NmAt, NmHandler } from './handlers.ts'

/**
 * A port's profile says whose it is. `master` and `slave-type` are read by all versions; 1.42 would pass over `controller` and `port-type` without
 * a word, and the NIC would ask a DHCP server on its own.
 */
export const joins =
  (type: 'bridge' | 'bond' | 'vrf') =>
  (leaf: Leaf<string>, port: Docs, { link }: NmAt): Receipt => {
    port.profiles.set('connection', 'master', word.print(link.interface?.value ?? link.id), leaf)
    return port.profiles.set('connection', 'slave-type', text('keyfile', type), leaf)
  }

/** The kernel gives a device with ports the MAC of one of them, unless udev gives it one before: `what` says which. */
export const inheritMac =
  (what: string): NmHandler<string> =>
  (leaf, docs, { link, context }) => {
    docs.side.keepMac(leaf)
    const why = `the MAC of the port is not in the description, so ${link.id} gets ${what}`
    return context.ledger.lose(leaf, approximate(why, 'write `macaddress`, or the port’s `match.macaddress`'))
  }
