import type { Bridge, BridgePort } from '../../../model/network.ts'
import { nested } from '../../handlers.ts'
import { approximate, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, seconds, word, yesNo } from '../format.ts'
import { type NetworkdAt, type NetworkdHandler, netdev } from '../handlers.ts'
import { common } from './common.ts'

/** What a bridge says of a port stands in the port's own .network file. */
const portFields: Fields<BridgePort, Docs, NetworkdAt> = {
  link: (leaf, port, { link }) => port.network.section('Network').set('Bridge', word.print(link.interface?.value ?? link.id), leaf),
  pathCost: (leaf, port) => port.network.section('Bridge').set('Cost', integer.print(leaf.value), leaf),
  priority: (leaf, port) => port.network.section('Bridge').set('Priority', integer.print(leaf.value), leaf),
}

/**
 * The kernel gives a bridge the lowest MAC of its ports, unless it is told one. networkd would make one up, and udev's default another, so
 * both are told not to.
 */
const inherit: NetworkdHandler<string> = (leaf, docs, { link, context }) => {
  docs.netdev.section('NetDev').set('MACAddress', text('ini', 'none'), leaf)
  docs.side.keepMac(leaf)
  return context.ledger.lose(leaf, inherited(link.id))
}

const inherited = (id: string) =>
  approximate(
    `the MAC of the port is not in the description, so ${id} gets the lowest MAC of all its ports, and an IPv6 link-local address that may be of another`,
    'write `macaddress`, or the port’s `match.macaddress`',
  )

export const bridge = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  macFrom: inherit,
  ports: nested((_docs: Docs, port, at) => at.context.docs(port.link.value), portFields),
  stp: netdev('Bridge', 'STP', yesNo),
  priority: netdev('Bridge', 'Priority', integer),
  forwardDelay: netdev('Bridge', 'ForwardDelaySec', seconds),
  helloTime: netdev('Bridge', 'HelloTimeSec', seconds),
  maxAge: netdev('Bridge', 'MaxAgeSec', seconds),
  ageingTime: netdev('Bridge', 'AgeingTimeSec', seconds),
} satisfies Fields<Bridge, Docs, NetworkdAt>
