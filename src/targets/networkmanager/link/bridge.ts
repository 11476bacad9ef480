import type { Leaf } from '../../../model/leaf.ts'
import { type Bridge, type BridgePort, strayVlan, type VlanRange } from '../../../model/network.ts'
import { type PortWord, portCommand, portWords, showVlan, strayReason, vlanDelete } from '../../../side/bridge-commands.ts'
import { namelessReason } from '../../../side/side.ts'
import { nested } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import type { Docs, NmContext } from '../documents.ts'
import { integer, within, word, yesNo } from '../format.ts'
import { line, type NmAt, type NmHandler } from '../handlers.ts'
import { inheritMac, joins } from '../ports.ts'
import { common } from './common.ts'

/** What a profile has no word for. */
const byDispatcher =
  (word: PortWord): NmHandler<boolean> =>
  (leaf, port) =>
    port.side.whenUp(device => portCommand(device, word, leaf.value), leaf)

/** What a bridge says of a port stands in the port's own profile. */
const portFields: Fields<BridgePort, Docs, NmAt> = {
  link: joins('bridge'),
  pathCost: (leaf, port) => port.profiles.set('bridge-port', 'path-cost', within(1, 65_535).print(leaf.value), leaf),
  priority: (leaf, port) => port.profiles.set('bridge-port', 'priority', within(0, 63).print(leaf.value), leaf),
  hairpin: line('bridge-port', 'hairpin-mode', yesNo),
  neighSuppress: byDispatcher(portWords.neighSuppress),
  learning: byDispatcher(portWords.learning),
  isolated: byDispatcher(portWords.isolated),
  vlans: (leaf, port) => port.profiles.append('bridge-port', 'vlans', word.print(showVlan(leaf.value)), leaf, ','),
}

/** NetworkManager adds the VLANs of a list to what the kernel gives of itself. */
export function deleteStray(docs: Docs, vlans: readonly Leaf<VlanRange>[], bridge: Bridge, context: NmContext, ofBridge = false): void {
  const stray = strayVlan(vlans, bridge.vlanDefaultPvid)
  const [first] = vlans
  if (stray === undefined || first === undefined) return
  if (!docs.side.whenUpToo(device => vlanDelete(device, stray, ofBridge), strayReason)) context.ledger.lose(first, namelessReason)
}

/** A time of STP. While STP is off NetworkManager takes any, and does not give it to the kernel, which does not use it then. */
const time =
  (key: 'forward-delay' | 'hello-time' | 'max-age', low: number, high: number): NmHandler<number> =>
  (leaf, docs, { link }) =>
    docs.profiles.set('bridge', key, within((link as Bridge).stp.value ? low : 0, high).print(leaf.value), leaf)

export const bridge = {
  ...common,
  macFrom: inheritMac('the lowest MAC of all its ports, and an IPv6 link-local address that may be of another'),
  ports: nested(
    (_docs: Docs, port, at) => at.context.docs(port.link.value),
    portFields,
    (opened, _docs, port, { link, context }) => deleteStray(opened, port.vlans, link as Bridge, context),
  ),
  stp: line('bridge', 'stp', yesNo),
  priority: line('bridge', 'priority', within(0, 65_535)),
  forwardDelay: time('forward-delay', 2, 30),
  helloTime: time('hello-time', 1, 10),
  maxAge: time('max-age', 6, 40),
  ageingTime: line('bridge', 'ageing-time', within(0, 1_000_000)),
  vlanFiltering: line('bridge', 'vlan-filtering', yesNo),
  vlanDefaultPvid: line('bridge', 'vlan-default-pvid', integer),
  vlans: (leaf, { profiles }) => profiles.append('bridge', 'vlans', word.print(showVlan(leaf.value)), leaf, ','),
} satisfies Fields<Bridge, Docs, NmAt>
