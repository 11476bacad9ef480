import type { Leaf } from '../../../model/leaf.ts'
import type { Link, MacPolicy, OvsBond, OvsBridge, OvsPatch, OvsPort, OvsVlan } from '../../../model/network.ts'
import { fileName } from '../../../side/names.ts'
import { implied, nested } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import { controllerWords, deviceName, patchName, protocolWords, type Words } from '../../openvswitch/command.ts'
import { listed, macFrom, pairsOf, union } from '../../openvswitch/fields.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { within, word, yesNo } from '../format.ts'
import { line, type NmAt, type NmHandler } from '../handlers.ts'
import { openProfile } from '../open-profile.ts'
import { bringsPorts, ovsJoin, ovsPart } from '../ovs-join.ts'
import { profileOf } from '../parent.ts'
import { common } from './common.ts'

const asOvs = implied<Docs, never, never>('the device is made by Open vSwitch') as unknown as NmHandler<true>

/** The device has one name, in all its profiles, and its own is for the interface of its own port. */
const named: NmHandler<string> = (leaf, { ovs, profiles }) => {
  const port = ovsPart(ovs.port)
  for (const profile of [...profiles.all, port, ...(ovs.bridge === undefined ? [] : [ovs.bridge])])
    profile.section('connection').set('interface-name', word.print(leaf.value), leaf)
  if (ovs.bridge !== undefined) ovsJoin(port, 'ovs-bridge', ovs.bridge.uuid, leaf)
  for (const profile of profiles.all) ovsJoin(profile, 'ovs-port', port.uuid, leaf)
  return profiles.set('ovs-interface', 'type', text('keyfile', 'internal'), leaf)
}

/** What Open vSwitch makes has no hardware that would have an address. */
const macPolicy: NmHandler<MacPolicy> = (leaf, docs, at) =>
  leaf.value === 'permanent'
    ? at.context.ledger.lose(leaf, absent('the device has no hardware with an address', 'write `macaddress` as an address'))
    : common.macPolicy(leaf, docs, at)

const device = { ...common, interface: named, macPolicy, asOvs }

/** The port of a bridge that a NIC is in: NetworkManager’s own profile, which the NIC’s is then for. */
const openPort = (leaf: Leaf<string>, port: Link, { link, context }: NmAt): Receipt => {
  const name = deviceName(port.id, context.network)
  const profile = openProfile(`${fileName(port.id)}-port`, 'ovs-port', port, context)
  profile.section('connection').set('interface-name', word.print(name), leaf)
  ovsJoin(profile, 'ovs-bridge', ovsPart(context.docs(link.id).ovs.bridge).uuid, leaf)
  if (port.activation === undefined) bringsPorts(profile)
  return joinsPort(leaf, context.docs(port.id), profile.uuid)
}

/** A NIC becomes an interface of a port. */
const joinsPort = (leaf: Leaf<string>, nic: Docs, port: string): Receipt => {
  for (const profile of nic.profiles.all) ovsJoin(profile, 'ovs-port', port, leaf)
  return nic.profiles.set('ovs-interface', 'type', text('keyfile', 'system'), leaf)
}

const bridgePorts: Fields<OvsPort, Docs, NmAt> = {
  link: (leaf, { ovs }, at) => {
    const port = at.context.link(leaf.value)
    if (port.kind !== 'ovs-bond') return openPort(leaf, port, at)
    for (const profile of at.context.docs(port.id).profiles.all) ovsJoin(profile, 'ovs-bridge', ovsPart(ovs.bridge).uuid, leaf)
    return at.context.ledger.placed(leaf)
  },
}

const bondPorts: Fields<OvsPort, Docs, NmAt> = {
  link: (leaf, _docs, { link, context }) => {
    deviceName(leaf.value, context.network)
    return joinsPort(leaf, context.docs(leaf.value), profileOf(link.id, context))
  },
}

/** An end of a patch: an interface without device, in the port that is told. */
const patch = (leaf: Leaf<OvsPatch>, port: string, at: NmAt): Receipt => {
  const { name, peer } = leaf.value
  const all = union([leaf, ...pairsOf(leaf.value, at)])
  const profile = openProfile(name, 'ovs-interface', at.link, at.context)
  profile.section('connection').set('interface-name', word.print(name), all)
  ovsJoin(profile, 'ovs-port', port, all)
  profile.section('ovs-interface').set('type', text('keyfile', 'patch'), all)
  profile.section('ovs-patch').set('peer', word.print(peer), all)
  for (const family of ['ipv4', 'ipv6'] as const)
    profile.section(family).put('method', text('keyfile', 'disabled'), 'to the kernel a patch is no device')
  return at.context.ledger.placed(leaf)
}

/** The names of a patch, which Open vSwitch’s commands take. */
const checkPatch = ({ value }: Leaf<OvsPatch>): void => {
  for (const name of [value.name, value.peer]) patchName(name)
}

const patchOfBridge: NmHandler<OvsPatch> = (leaf, { ovs }, at) => {
  checkPatch(leaf)
  const port = openProfile(`${leaf.value.name}-port`, 'ovs-port', at.link, at.context)
  port.section('connection').set('interface-name', word.print(leaf.value.name), leaf)
  ovsJoin(port, 'ovs-bridge', ovsPart(ovs.bridge).uuid, leaf)
  bringsPorts(port)
  return patch(leaf, port.uuid, at)
}

const patchOfBond: NmHandler<OvsPatch> = (leaf, _docs, at) => {
  checkPatch(leaf)
  return patch(leaf, profileOf(at.link.id, at.context), at)
}

/** A line of the bridge’s own profile. */
const bridgeLine =
  <T>(
    key: 'fail-mode' | 'mcast-snooping-enable' | 'rstp-enable',
    codec: { print(value: T): ReturnType<typeof word.print> },
  ): NmHandler<T> =>
  (leaf, { ovs }) =>
    ovsPart(ovs.bridge).section('ovs-bridge').set(key, codec.print(leaf.value), leaf)

const byUnit = (words: Words, leaf: Leaf<unknown>, { ovs }: Docs): Receipt => ovsPart(ovs.unit).run(words, leaf)

export const ovsBridge = {
  ...device,
  macFrom: macFrom as unknown as NmHandler<string>,
  ports: nested((docs: Docs) => docs, bridgePorts),
  patches: patchOfBridge,
  failMode: bridgeLine('fail-mode', word),
  mcastSnooping: bridgeLine('mcast-snooping-enable', yesNo),
  rstp: bridgeLine('rstp-enable', yesNo),
  protocols: (leaf, docs, at) => {
    const { id, protocols } = at.link as OvsBridge
    return listed(leaf, protocols, at, all => byUnit(protocolWords(id, protocols), all, docs))
  },
  controllers: (leaf, docs, at) => {
    const bridge = at.link as OvsBridge
    const mode = bridge.connectionMode === undefined ? [] : [bridge.connectionMode]
    return listed(leaf, [...bridge.controllers, ...mode], at, all => byUnit(controllerWords(bridge), all, docs))
  },
  connectionMode: (leaf, _docs, { context }) => context.ledger.placed(leaf),
} satisfies Fields<OvsBridge, Docs, NmAt>

/** A VLAN is a port with a tag, and an interface of the port (what no such device can be made of: impossible.ts). */
export const ovsVlan = {
  ...device,
  macFrom: implied<Docs, never, never>('only a bridge has it') as unknown as NmHandler<string>,
  parent: (leaf, { ovs }, { context }) => {
    ovsJoin(ovsPart(ovs.port), 'ovs-bridge', ovsPart(context.docs(leaf.value).ovs.bridge).uuid, leaf)
    return context.ledger.placed(leaf)
  },
  tag: (leaf, { ovs }) => ovsPart(ovs.port).section('ovs-port').set('tag', within(1, 4094).print(leaf.value), leaf),
} satisfies Fields<OvsVlan, Docs, NmAt>

const noDevice = implied<Docs, never, never>('the bond is no device of the kernel')
const ofKernel = Object.fromEntries(Object.keys(common).map(key => [key, noDevice])) as unknown as typeof common

/** A bond is a port with several interfaces, and its profile that of the port. */
export const ovsBond = {
  ...ofKernel,
  interface: line('connection', 'interface-name', word),
  ovsSettings: common.ovsSettings,
  asOvs,
  ports: nested((docs: Docs) => docs, bondPorts),
  patches: patchOfBond,
  mode: line('ovs-port', 'bond-mode', word),
  lacp: line('ovs-port', 'lacp', word),
} satisfies Fields<OvsBond, Docs, NmAt>
