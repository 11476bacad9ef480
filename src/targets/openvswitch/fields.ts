import { Leaf } from '../../model/leaf.ts'
import { leavesOf } from '../../model/leaves.ts'
import type { MacPolicy, OvsBond, OvsBridge, OvsPatch, OvsPort, OvsSetting, OvsVlan } from '../../model/network.ts'
import { implied, lost, nested } from '../handlers.ts'
import type { Receipt } from '../ledger.ts'
import { type At, absent, approximate, type Fields, type Handler } from '../target.ts'
import { Inexpressible } from '../text.ts'
import { addWords, bondPorts, controllerWords, deviceName, patchPortWords, protocolWords, setKey, tableOf, type Words } from './command.ts'

/** Where a target has a command of ovs-vsctl(8) that concerns a link. */
export type Run<R, D> = (words: Words, leaf: Leaf<unknown>, docs: D, at: At<R, D>) => Receipt

type Field<T, R, D> = Handler<T, D, At<R, D>>

/** One leaf for all of them, that one command says. */
export const union = (leaves: readonly Leaf<unknown>[]): Leaf<undefined> =>
  new Leaf(
    undefined,
    leaves.flatMap(leaf => leaf.origins),
  )

/** A list that one command says, which is there with its first item; where the file can’t hold it, all of it is lost. */
export const listed = <R, D>(
  leaf: Leaf<unknown>,
  all: readonly Leaf<unknown>[],
  { context }: At<R, D>,
  run: (all: Leaf<unknown>) => unknown,
): Receipt => {
  const { ledger } = context
  if (leaf !== all[0]) return ledger.placed(leaf)
  try {
    run(union(all))
  } catch (error) {
    if (!(error instanceof Inexpressible)) throw error
    for (const one of all) ledger.lose(one, { class: 'value', why: error.message, remedy: error.remedy })
  }
  return ledger.placed(leaf)
}

/** What `external-ids` and `other-config` of a device say. */
export const settingField =
  <R, D>(run: Run<R, D>): Field<OvsSetting, R, D> =>
  (leaf, docs, at) => {
    const { column, key, value } = leaf.value
    return run(setKey(tableOf(at.link), deviceName(at.link.id, at.context.network), column, key, value), leaf, docs, at)
  }

/** The command that makes the device, before all others; it says what a bond or a VLAN is made of too. */
export const made =
  <R, D>(run: Run<R, D>): Field<string, R, D> =>
  (leaf, docs, at) => {
    const link = at.link as OvsBridge | OvsBond | OvsVlan
    const { network } = at.context
    const parts: readonly Leaf<unknown>[] =
      link.kind === 'ovs-bridge' ? [] : link.kind === 'ovs-vlan' ? [link.parent, link.tag] : leavesOf([link.ports, link.patches])
    const pairs = link.kind === 'ovs-bond' ? link.patches.flatMap(patch => pairsOf(patch.value, at)) : []
    run(addWords(link, network), union([leaf, ...parts, ...pairs]), docs, at)
    return at.context.ledger.placed(leaf)
  }

/** What joins the patch port to its peer, in `openvswitch.ports`. */
export const pairsOf = <R, D>(patch: OvsPatch, { context }: At<R, D>): readonly Leaf<unknown>[] =>
  context.network.globals.ovs.filter(({ value }) => value.column === 'ports' && value.pair.includes(patch.name))

/** A leaf that another one’s command says, unless there can be none. */
const within =
  <T, R, D>(check: (at: At<R, D>) => unknown): Field<T, R, D> =>
  (leaf, _docs, at) => {
    check(at)
    return at.context.ledger.placed(leaf)
  }

const asOvs = implied('the device is made by Open vSwitch') as Field<true, never, never>

/** What only a device that Open vSwitch makes says of its MAC and its MTU: Open vSwitch undoes what others set. */
const ofDevice = <R, D>(run: Run<R, D>) => ({
  asOvs: asOvs as unknown as Field<true, R, D>,
  macPolicy: lost(absent('Open vSwitch itself gives the device a MAC', 'write `macaddress` as an address')) as Field<MacPolicy, R, D>,
  mtu: ((leaf, docs, at) => run(['set', 'Interface', at.link.id, `mtu_request=${leaf.value}`], leaf, docs, at)) as Field<number, R, D>,
})

/** A bridge has no MAC of a port in particular, unless it is told. */
export const macFrom: Field<string, never, never> = (leaf, _docs, { link, context }) =>
  context.ledger.lose(
    leaf,
    approximate(
      `the MAC of the port is not in the description, so ${link.id} gets the lowest MAC of all its ports`,
      'write `macaddress`, or the port’s `match.macaddress`',
    ),
  )

/** A bridge; `toPort` is what the port’s own files say. */
export const bridgeFields = <R, D>(run: Run<R, D>, toPort: (leaf: Leaf<string>, port: D) => unknown) => ({
  ...ofDevice(run),
  macFrom: macFrom as unknown as Field<string, R, D>,
  mac: ((leaf, docs, at) => run(setKey('Bridge', at.link.id, 'other-config', 'hwaddr', leaf.value), leaf, docs, at)) as Field<string, R, D>,
  ports: nested((docs: D, _port: OvsPort, _at: At<R, D>) => docs, {
    link: (leaf, docs, at) => {
      if (at.context.link(leaf.value).kind === 'ovs-bond') return at.context.ledger.imply(leaf, 'the bond is made as a port of the bridge')
      toPort(leaf, at.context.docs(leaf.value))
      return run(['--may-exist', 'add-port', at.link.id, deviceName(leaf.value, at.context.network)], leaf, docs, at)
    },
  } satisfies Fields<OvsPort, D, At<R, D>>),
  patches: ((leaf, docs, at) => {
    run(patchPortWords(at.link.id, leaf.value), union([leaf, ...pairsOf(leaf.value, at)]), docs, at)
    return at.context.ledger.placed(leaf)
  }) as Field<OvsPatch, R, D>,
  failMode: ((leaf, docs, at) => run(['set-fail-mode', at.link.id, leaf.value], leaf, docs, at)) as Field<'secure' | 'standalone', R, D>,
  mcastSnooping: column(run, 'mcast_snooping_enable'),
  rstp: column(run, 'rstp_enable'),
  protocols: ((leaf, docs, at) => {
    const { id, protocols } = at.link as OvsBridge
    return listed(leaf, protocols, at, all => run(protocolWords(id, protocols), all, docs, at))
  }) as Field<string, R, D>,
  controllers: ((leaf, docs, at) => {
    const bridge = at.link as OvsBridge
    const mode = bridge.connectionMode === undefined ? [] : [bridge.connectionMode]
    return listed(leaf, [...bridge.controllers, ...mode], at, all => run(controllerWords(bridge), all, docs, at))
  }) as Field<string, R, D>,
  connectionMode: within<'in-band' | 'out-of-band', R, D>(() => undefined),
})

const column =
  <R, D>(run: Run<R, D>, name: string): Field<boolean, R, D> =>
  (leaf, docs, at) =>
    run(['set', 'Bridge', at.link.id, `${name}=${leaf.value}`], leaf, docs, at)

/** A bond: a port of a bridge, and no device by itself. */
export const bondFields = <R, D>(run: Run<R, D>, toPort: (leaf: Leaf<string>, port: D) => unknown) => ({
  asOvs: asOvs as unknown as Field<true, R, D>,
  ports: nested((docs: D, _port: OvsPort, _at: At<R, D>) => docs, {
    link: (leaf, _docs, at) => {
      bondPorts(at.link as OvsBond, at.context.network)
      toPort(leaf, at.context.docs(leaf.value))
      return at.context.ledger.placed(leaf)
    },
  } satisfies Fields<OvsPort, D, At<R, D>>),
  patches: within<OvsPatch, R, D>(({ link, context }) => bondPorts(link as OvsBond, context.network)),
  mode: ((leaf, docs, at) => run(['set', 'Port', at.link.id, `bond_mode=${leaf.value}`], leaf, docs, at)) as Field<
    'active-backup' | 'balance-tcp' | 'balance-slb',
    R,
    D
  >,
  lacp: ((leaf, docs, at) => run(['set', 'Port', at.link.id, `lacp=${leaf.value}`], leaf, docs, at)) as Field<
    'active' | 'passive' | 'off',
    R,
    D
  >,
})

/** A VLAN of a bridge. */
export const vlanFields = <R, D>(run: Run<R, D>) => ({
  ...ofDevice(run),
  mac: ((leaf, docs, at) => run(['set', 'Interface', at.link.id, `mac="${leaf.value}"`], leaf, docs, at)) as Field<string, R, D>,
  parent: within<string, R, D>(({ link, context }) => addWords(link as OvsVlan, context.network)),
  tag: within<number, R, D>(({ link, context }) => addWords(link as OvsVlan, context.network)),
})
