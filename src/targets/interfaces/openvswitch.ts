import type { Leaf } from '../../model/leaf.ts'
import { type Link, type LinkBase, linkOf, type Network, type OvsBond, type OvsBridge, type OvsVlan } from '../../model/network.ts'
import { implied } from '../handlers.ts'
import type { Reason } from '../ledger.ts'
import { deviceName, type Words } from '../openvswitch/command.ts'
import { bondFields, bridgeFields, made, type Run, settingField, vlanFields } from '../openvswitch/fields.ts'
import { runGlobals, runSharedProtocols } from '../openvswitch/globals.ts'
import { absent, type Fields } from '../target.ts'
import { Inexpressible } from '../text.ts'
import { requireSysctl, sysctlLine } from './commands.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler, Root } from './documents.ts'
import { shellWord } from './format.ts'
import type { CommandSlot } from './keys.ts'
import type { Stanza } from './stanza.ts'

const command = (words: Words): string => ['ovs-vsctl', ...words.map(shellWord)].join(' ')

/** Who has the stanza: a bond of Open vSwitch is no device, and its bridge’s makes it. */
export const stanzaOwner = (id: string, network: Network): string => {
  const link = linkOf(network, id)
  return link.kind === 'ovs-bond' ? (link.controller ?? id) : id
}

/** Where the commands of a link stand: what is a port is told of after its bridge has taken it. */
const placeOf = (link: Link, network: Network): { readonly owner: string; readonly slot: CommandSlot } => {
  if (link.kind === 'ovs-bridge' || link.kind === 'ovs-vlan') return { owner: link.id, slot: 'create' }
  if (link.kind === 'ovs-bond') return { owner: stanzaOwner(link.id, network), slot: 'attach' }
  return { owner: stanzaOwner(link.controller ?? link.id, network), slot: 'port' }
}

const run: Run<Root, Docs> = (words, leaf, _docs, { link, context }) => {
  const { owner, slot } = placeOf(link, context.network)
  return context.docs(owner).stanzas.first.run(slot, command(words), leaf)
}

/** What Open vSwitch says of a port. */
export const ovsSettings = settingField(run)

/** A name that makes a stanza one of a VLAN of the kernel, which would be made before the commands run. */
const checked =
  <T>(handler: InterfacesHandler<T>): InterfacesHandler<T> =>
  (leaf, docs, at) => {
    if (/\.\d+$/.test(at.link.id))
      throw new Inexpressible(
        `${at.context.spelling.target} makes a VLAN of the kernel of a name with a dot and a number`,
        'name it otherwise',
      )
    return handler(leaf, docs, at)
  }

/** Commands of its own say what a lease may not. */
const withLease =
  (mtu: InterfacesHandler<number>): InterfacesHandler<number> =>
  (leaf, docs, at) => {
    if (at.link.dhcp4.value) docs.hook.add('unset new_interface_mtu', leaf)
    return mtu(leaf, docs, at)
  }

/** The tables of what Open vSwitch makes, from the dialect’s table of what every link has. */
export function ovsTables(common: Fields<LinkBase, Docs, InterfacesAt>) {
  const { interface: _named, ...others } = common
  const noDevice = implied<Docs, Root, Docs>('the bond is no device of the kernel')
  const ofKernel = Object.fromEntries(Object.keys(others).map(key => [key, noDevice])) as unknown as typeof others
  const [bridge, vlan] = [bridgeFields(run, () => undefined), vlanFields(run)]
  return {
    'ovs-bridge': { interface: checked(made(run)), ...others, ...bridge, mtu: withLease(bridge.mtu) } satisfies Fields<
      OvsBridge,
      Docs,
      InterfacesAt
    >,
    'ovs-bond': { interface: made(run), ...ofKernel, ovsSettings, ...bondFields(run, () => undefined) } satisfies Fields<
      OvsBond,
      Docs,
      InterfacesAt
    >,
    'ovs-vlan': {
      interface: checked(made(run)),
      ...others,
      ...vlan,
      parent: checked(vlan.parent),
      tag: checked(vlan.tag),
      mtu: withLease(vlan.mtu),
    } satisfies Fields<OvsVlan, Docs, InterfacesAt>,
  } as const
}

/** What is said of Open vSwitch as a whole stands in the stanza of its first bridge. */
export const withoutBridge = ({ links }: Network): Reason | undefined =>
  links.some(link => link.kind === 'ovs-bridge') ? undefined : noBridge

const noBridge = absent('only the stanza of a bridge has commands for Open vSwitch', 'describe a bridge of Open vSwitch, or take it out')

/** The commands that no leaf of the device asks for, and that take it away again. */
export function completeOvs(link: OvsBridge | OvsVlan, context: InterfacesContext): void {
  const { stanzas } = context.docs(link.id)
  const { network, answer, root } = context
  answer.require('openvswitch-switch', 'Open vSwitch, and ovs-vsctl(8), which tells it what there shall be')
  answer.enable('openvswitch-switch.service')
  if (stanzas.first.method === 'manual' && !root.dialect.raisesAll && link.activation?.value !== 'off')
    stanzas.first.runExtra('raise', 'ip link set dev $IFACE up', 'the method manual leaves that to commands')
  stanzas.last.runExtra('remove', command(['--if-exists', 'del-br', link.id]), 'the device is of our making')
  if (link.kind === 'ovs-bridge') completeOvsBridge(link, context)
  if (link === network.links.find(({ kind }) => kind === 'ovs-bridge'))
    runGlobals(network, (words, leaf) => orLose(leaf, context, () => stanzas.first.run('create', command(words), leaf)))
}

const completeOvsBridge = (link: OvsBridge, context: InterfacesContext): void => {
  const { stanzas } = context.docs(link.id)
  const { network } = context
  runSharedProtocols(link, network, (words, leaf) => stanzas.first.run('create', command(words), leaf))
  for (const port of portsBelow(link, network))
    if (linkOf(network, port).interface !== undefined) raise(deviceName(port, network), stanzas.first, context)
}

/** A port is up with its bridge, and has no addresses of its own. */
const raise = (port: string, stanza: Stanza, context: InterfacesContext): void => {
  requireSysctl(context)
  stanza.runExtra('raise', sysctlLine('ipv6', 'disable_ipv6', 1, port), 'a port has no addresses of its own')
  stanza.runExtra('raise', `ip link set dev ${port} up`, 'a port is up with its bridge')
}

/** The ids of the ports that are devices, a bond’s too. */
const portsBelow = ({ ports }: OvsBridge | OvsBond, network: Network): readonly string[] =>
  ports.flatMap(port => {
    const link = linkOf(network, port.link.value)
    if (link.kind === 'ovs-bond') return portsBelow(link, network)
    return link.activation?.value === 'off' ? [] : [link.id]
  })

/** As the walk does: a value that the file can’t hold is a loss. */
const orLose = (leaf: Leaf<unknown>, { ledger }: InterfacesContext, act: () => unknown): void => {
  try {
    act()
  } catch (error) {
    if (!(error instanceof Inexpressible)) throw error
    ledger.lose(leaf, { class: 'value', why: error.message, remedy: error.remedy })
  }
}
