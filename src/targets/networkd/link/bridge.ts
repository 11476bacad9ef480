import type { Bridge, BridgePort, Link } from '../../../model/network.ts'
import { lost, nested, when } from '../../handlers.ts'
import { type Fields, value } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, seconds, word, yesNo } from '../format.ts'
import { type NetworkdAt, netdev, network } from '../handlers.ts'
import { inheritMac } from '../inherit-mac.ts'
import { completeVlans, vlan } from './bridge-vlans.ts'
import { common } from './common.ts'

const costReason = value('the kernel’s lowest path cost is 1', 'write 1, or leave the cost to the kernel')

/** What a bridge says of a port stands in the port's own .network file. */
const portFields: Fields<BridgePort, Docs, NetworkdAt> = {
  link: (leaf, port, { link }) => port.network.section('Network').set('Bridge', word.print(link.interface?.value ?? link.id), leaf),
  pathCost: (leaf, port, { context }) =>
    leaf.value === 0 ? context.ledger.lose(leaf, costReason) : port.network.section('Bridge').set('Cost', integer.print(leaf.value), leaf),
  priority: (leaf, port) => port.network.section('Bridge').set('Priority', integer.print(leaf.value), leaf),
  hairpin: network('Bridge', 'HairPin', yesNo),
  neighSuppress: network('Bridge', 'NeighborSuppression', yesNo),
  learning: network('Bridge', 'Learning', yesNo),
  isolated: network('Bridge', 'Isolated', yesNo),
  vlans: vlan,
}

/** The kernel refuses such a delay while STP is on (net/bridge/br_stp.c), and with it all parameters of the message that holds it. */
const refusedDelay = (delay: number, link: Link): boolean => link.kind === 'bridge' && link.stp.value && (delay < 2 || delay > 30)
const delayReason = value('with STP the kernel takes 2 to 30 seconds', 'write a delay of 2 to 30 seconds, or `stp: false`')

export const bridge = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  macFrom: inheritMac('the lowest MAC of all its ports, and an IPv6 link-local address that may be of another'),
  ports: nested(
    (_docs: Docs, port, at) => at.context.docs(port.link.value),
    portFields,
    (_opened, _docs, port, { link, context }) => completeVlans(context.link(port.link.value), port.vlans, link as Bridge, context),
  ),
  stp: netdev('Bridge', 'STP', yesNo),
  priority: netdev('Bridge', 'Priority', integer),
  forwardDelay: when((leaf, { link }) => refusedDelay(leaf.value, link), lost(delayReason), netdev('Bridge', 'ForwardDelaySec', seconds)),
  helloTime: netdev('Bridge', 'HelloTimeSec', seconds),
  maxAge: netdev('Bridge', 'MaxAgeSec', seconds),
  ageingTime: netdev('Bridge', 'AgeingTimeSec', seconds),
  vlanFiltering: netdev('Bridge', 'VLANFiltering', yesNo),
  vlanDefaultPvid: (leaf, docs) =>
    docs.netdev.section('Bridge').set('DefaultPVID', text('ini', leaf.value === 0 ? 'none' : String(leaf.value)), leaf),
  vlans: vlan,
} satisfies Fields<Bridge, Docs, NetworkdAt>
