import type { Leaf } from '../../../model/leaf.ts'
import type { OvsBond, OvsBridge, OvsGlobal, OvsPatch, OvsPort, OvsVlan } from '../../../model/network.ts'
import type { Codec } from '../../codec.ts'
import { nested, written } from '../../handlers.ts'
import type { Ledger, Receipt } from '../../ledger.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
import { bare, integer, word, yesNo } from '../format.ts'
import { key, type NetplanAt, type NetplanHandler } from '../handlers.ts'
import { inheritMac } from '../inherit-mac.ts'
import { bondParameterKeys, type networkKeys, ovsControllerKeys, ovsKeys, ovsSslKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'
import { common } from './common.ts'

type OvsKey = (typeof ovsKeys)[number]

const ovs = ({ definition }: Docs): Mapping<OvsKey> => definition.below('openvswitch', ovsKeys)

const ovsLine =
  <T>(name: OvsKey, codec: Codec<T, 'yaml'>): NetplanHandler<T> =>
  (leaf, docs) =>
    ovs(docs).set(name, codec.print(leaf.value), leaf)

/** `openvswitch: {}` makes the device one of Open vSwitch’s. */
const asOvs: NetplanHandler<true> = (leaf, { definition }) => definition.set('openvswitch', text('yaml', '{}'), leaf)

const ports = nested((docs: Docs, _port: OvsPort, _at: NetplanAt) => docs, {
  link: (leaf, { definition }, { context }) => definition.append('interfaces', word.print(portName(leaf.value, context.network)), leaf),
} satisfies Fields<OvsPort, Docs, NetplanAt>)

const patches: NetplanHandler<OvsPatch> = (leaf, { definition }) => definition.append('interfaces', word.print(leaf.value.name), leaf)

/** What is nobody’s wish, but netplan’s own default too. */
const said = <T>(handler: NetplanHandler<T>): NetplanHandler<T> => written(handler)

/** What netplan decides itself for what Open vSwitch makes. */
const ofOvs = {
  ...common,
  renderer: written(key('renderer', bare), 'netplan has networkd set up the addresses'),
  ignoreCarrier: written(key('ignore-carrier', yesNo), 'netplan says so of what is made'),
}

const shared = { ...ofOvs, macFrom: inheritMac('the MAC that Open vSwitch gives it'), asOvs, ports, patches }

export const ovsBridge = {
  ...shared,
  failMode: said(ovsLine('fail-mode', bare)),
  mcastSnooping: said(ovsLine('mcast-snooping', yesNo)),
  rstp: said(ovsLine('rstp', yesNo)),
  protocols: (leaf, docs) => ovs(docs).append('protocols', bare.print(leaf.value), leaf),
  controllers: (leaf, docs) => ovs(docs).below('controller', ovsControllerKeys).append('addresses', word.print(leaf.value), leaf),
  connectionMode: (leaf, docs) => ovs(docs).below('controller', ovsControllerKeys).set('connection-mode', bare.print(leaf.value), leaf),
} satisfies Fields<OvsBridge, Docs, NetplanAt>

export const ovsBond = {
  ...shared,
  mode: (leaf, { definition }) => definition.below('parameters', bondParameterKeys).set('mode', bare.print(leaf.value), leaf),
  lacp: said(ovsLine('lacp', word)),
} satisfies Fields<OvsBond, Docs, NetplanAt>

export const ovsVlan = {
  ...ofOvs,
  asOvs,
  parent: (leaf, { definition }, { context }) => definition.set('link', word.print(portName(leaf.value, context.network)), leaf),
  tag: key('id', integer),
} satisfies Fields<OvsVlan, Docs, NetplanAt>

/** What is said of Open vSwitch as a whole. */
export function ovsGlobal(leaf: Leaf<OvsGlobal>, network: Mapping<(typeof networkKeys)[number]>, ledger: Ledger): Receipt {
  const mapping = network.below('openvswitch', ovsKeys)
  const { value } = leaf
  if (value.column === 'protocols') return mapping.append('protocols', bare.print(value.value), leaf)
  if (value.column === 'ssl') return mapping.below('ssl', ovsSslKeys).set(value.key, word.print(value.value), leaf)
  if (value.column !== 'ports') return mapping.below<string>(value.column, []).set(word.print(value.key), word.print(value.value), leaf)
  const [a, b] = value.pair.map(name => word.print(name))
  mapping.append('ports', text('yaml', `[${a}, ${b}]`), leaf)
  return ledger.placed(leaf)
}
