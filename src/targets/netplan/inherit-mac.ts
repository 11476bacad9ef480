import { approximate } from '../target.ts'
import { text } from '../text.ts'
import { byRenderer, type NetplanHandler } from './handlers.ts'

/** The kernel gives a device with ports the MAC of one of them, where neither networkd nor udev makes one up: `what` says which. */
export const inheritMac = (what: string): NetplanHandler<string> => {
  const lose: NetplanHandler<string> = (leaf, docs, { link, context }) => {
    docs.side.keepMac(leaf)
    const why = `the MAC of the port is not in the description, so ${link.id} gets ${what}`
    return context.ledger.lose(leaf, approximate(why, 'write `macaddress`, or the port’s `match.macaddress`'))
  }
  return byRenderer((leaf, docs, at) => {
    docs.netdevDropIn.section('NetDev').set('MACAddress', text('ini', 'none'), leaf)
    return lose(leaf, docs, at)
  }, lose)
}
