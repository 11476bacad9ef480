import type { Bridge, BridgePort } from '../../../model/network.ts'
import { type PortWord, portCommand, portWords } from '../../../side/bridge-commands.ts'
import type { Codec } from '../../codec.ts'
import { implied, nested, when } from '../../handlers.ts'
import { type Fields, value } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
import { integer, seconds, word, yesNo } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { inheritMac } from '../inherit-mac.ts'
import { parameterKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'
import { usesNetworkManager } from '../renderer.ts'
import { completeVlans, filteringFields, vlanOf } from './bridge-vlans.ts'
import { common } from './common.ts'

type ParameterKey = (typeof parameterKeys)[number]

const parameters = ({ definition }: Docs): Mapping<ParameterKey> => definition.below('parameters', parameterKeys)

const parameter =
  <T>(name: ParameterKey, codec: Codec<T, 'yaml'>): NetplanHandler<T> =>
  (leaf, docs) =>
    parameters(docs).set(name, codec.print(leaf.value), leaf)

/** The times that the kernel takes (its net/bridge/br_stp.c); one that it refuses costs networkd all parameters of the bridge. */
interface Bounds {
  readonly least: number
  readonly most: number
  /** Holds only while STP is on; the kernel then raises or refuses what is less. */
  readonly withStp?: true
}

/** NetworkManager takes whole seconds; outside its bounds it drops the key without a word. */
const time =
  (name: ParameterKey, { least, most, withStp }: Bounds): NetplanHandler<number> =>
  (leaf, docs, { link, context }) => {
    const low = (link as Bridge).stp.value || withStp === undefined ? least : 0
    if (leaf.value < low || leaf.value > most)
      throw new Inexpressible(`the kernel takes ${low} to ${most} seconds`, 'choose a value in that range')
    if (!Number.isInteger(leaf.value) && usesNetworkManager(link, context.network))
      throw new Inexpressible('NetworkManager takes whole seconds', 'round it, or choose networkd as the renderer')
    return parameters(docs).set(name, seconds.print(leaf.value), leaf)
  }

/** What a bridge says of a port, while it is placed. */
interface OpenPort {
  readonly bridge: Docs
  readonly port: Docs
  readonly name: string
  readonly vlans: BridgePort['vlans']
}

const portLine =
  (
    key: 'path-cost' | 'port-priority',
  ): ((leaf: Parameters<NetplanHandler<number>>[0], open: OpenPort) => ReturnType<NetplanHandler<number>>) =>
  (leaf, { bridge, name }) =>
    parameters(bridge).below<string>(key, []).set(word.print(name), integer.print(leaf.value), leaf)

const noCost = value('the kernel’s lowest cost is 1, and netplan takes 0 for nothing', 'write 1')

/** netplan takes a priority of 0 for none. */
const portPriority = byRenderer<number>(
  (leaf, { networkDropIn }) => networkDropIn.section('Bridge').set('Priority', text('ini', String(leaf.value)), leaf),
  passthrough('bridge-port.priority', String),
)

const portDropIn =
  (key: 'HairPin' | 'Learning' | 'Isolated'): NetplanHandler<boolean> =>
  (leaf, { networkDropIn }) =>
    networkDropIn.section('Bridge').set(key, text('ini', leaf.value ? 'yes' : 'no'), leaf)

/** What NetworkManager has no setting for. */
const byDispatcher =
  (word: PortWord): NetplanHandler<boolean> =>
  (leaf, { side }) =>
    side.whenUp(device => portCommand(device, word, leaf.value), leaf)

const newerOr =
  (newer: NetplanHandler<boolean>, older: NetplanHandler<boolean>): NetplanHandler<boolean> =>
  (leaf, docs, at) =>
    (at.context.since('1.1') ? newer : older)(leaf, docs, at)

/** The key stays in the YAML, though netplan does not hand it on. */
const both =
  (first: NetplanHandler<boolean>, second: NetplanHandler<boolean>): NetplanHandler<boolean> =>
  (leaf, docs, at) => {
    first(leaf, docs, at)
    return second(leaf, docs, at)
  }

const ofPort =
  (handler: NetplanHandler<boolean>): Fields<BridgePort, OpenPort, NetplanAt>['hairpin'] =>
  (leaf, { port }, at) =>
    handler(leaf, port, at)

const hairpin = newerOr(
  key('hairpin', yesNo),
  byRenderer(
    portDropIn('HairPin'),
    passthrough('bridge-port.hairpin-mode', value => String(value)),
  ),
)
const suppress = key('neigh-suppress', yesNo)
const learning = key('port-mac-learning', yesNo)
const learningByManager = byDispatcher(portWords.learning)

const portFields: Fields<BridgePort, OpenPort, NetplanAt> = {
  link: (leaf, { bridge, name }) => bridge.definition.append('interfaces', word.print(name), leaf),
  pathCost: (leaf, open, { context }) => (leaf.value === 0 ? context.ledger.lose(leaf, noCost) : portLine('path-cost')(leaf, open)),
  priority: (leaf, open, at) => (leaf.value === 0 ? portPriority(leaf, open.port, at) : portLine('port-priority')(leaf, open)),
  hairpin: ofPort(hairpin),
  neighSuppress: ofPort(byRenderer(suppress, both(suppress, byDispatcher(portWords.neighSuppress)))),
  learning: ofPort(byRenderer(newerOr(learning, portDropIn('Learning')), newerOr(both(learning, learningByManager), learningByManager))),
  vlans: (leaf, { port, vlans }, at) => vlanOf('bridge-port.vlans', vlans)(leaf, port, at),
  isolated: ofPort(byRenderer(portDropIn('Isolated'), byDispatcher(portWords.isolated))),
}

const openPort = (bridge: Docs, port: BridgePort, { context }: NetplanAt): OpenPort => ({
  bridge,
  port: context.docs(port.link.value),
  name: portName(port.link.value, context.network),
  vlans: port.vlans,
})

/**
 * With networkd a bridge without `parameters` has no STP, with NetworkManager it has. STP that is on only because there are `parameters`
 * is written, since a parameter that stands in a drop-in does not count.
 */
const stp: NetplanHandler<boolean> = byRenderer(
  when(leaf => leaf.written || leaf.value, parameter('stp', yesNo), implied('netplan does so of itself')),
  parameter('stp', yesNo),
)

export const bridge = {
  ...common,
  macFrom: inheritMac('the lowest MAC of all its ports'),
  ports: nested(openPort, portFields, (_opened, _docs, port, { link, context }) =>
    completeVlans(context.link(port.link.value), port.vlans, link as Bridge, context),
  ),
  stp,
  priority: when(
    leaf => leaf.value === 0,
    byRenderer<number>(
      (leaf, { netdevDropIn }) => netdevDropIn.section('Bridge').set('Priority', text('ini', '0'), leaf),
      passthrough('bridge.priority', String),
    ),
    parameter('priority', integer),
  ),
  forwardDelay: time('forward-delay', { least: 2, most: 30, withStp: true }),
  helloTime: time('hello-time', { least: 1, most: 10 }),
  maxAge: time('max-age', { least: 6, most: 40 }),
  ageingTime: time('ageing-time', { least: 0, most: 1_000_000 }),
  ...filteringFields,
  vlans: (leaf, docs, at) => vlanOf('bridge.vlans', (at.link as Bridge).vlans)(leaf, docs, at),
} satisfies Fields<Bridge, Docs, NetplanAt>
