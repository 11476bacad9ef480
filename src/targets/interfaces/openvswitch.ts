import type { Leaf } from '../../model/leaf.ts'
import {
  type Link,
  type LinkBase,
  linkOf,
  type Network,
  type OvsBond,
  type OvsBridge,
  type OvsPort,
  type OvsVlan,
} from '../../model/network.ts'
import { implied } from '../handlers.ts'
import { deviceName, type Words } from '../openvswitch/command.ts'
import { bondFields, bridgeFields, made, type Run, settingField, vlanFields } from '../openvswitch/fields.ts'
import { runGlobals, runSharedProtocols } from '../openvswitch/globals.ts'
import type { Fields } from '../target.ts'
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

/** What the dialects do differently. */
interface OvsDialect {
  /** Throws Inexpressible for a name that a stanza can't have. */
  readonly refuseName: (at: InterfacesAt) => void
  /** Has a lease leave the MTU alone, which the description says. */
  readonly keepMtu: (leaf: Leaf<number>, docs: Docs, at: InterfacesAt) => void
  /** Has the bridge come first that a VLAN is on, where the order of the stanzas is not enough. */
  readonly bridgeFirst?: (parent: Leaf<string>, docs: Docs, at: InterfacesAt) => void
}

/** A name that makes a stanza one of a VLAN of the kernel, which would be made before the commands run. */
const refuseVlanName = ({ link, context }: InterfacesAt): void => {
  if (/\.\d+$/.test(link.id))
    throw new Inexpressible(`${context.spelling.target} makes a VLAN of the kernel of a name with a dot and a number`, 'name it otherwise')
}

const ofDebian: OvsDialect = {
  refuseName: refuseVlanName,
  keepMtu: (leaf, { hook }, { link }) => {
    if (link.dhcp4.value) hook.add('unset new_interface_mtu', leaf)
  },
}

/** The tables of what Open vSwitch makes, from the dialect’s table of what every link has. */
export function ovsTables(common: Fields<LinkBase, Docs, InterfacesAt>, { refuseName, keepMtu, bridgeFirst } = ofDebian) {
  const checked =
    <T>(handler: InterfacesHandler<T>): InterfacesHandler<T> =>
    (leaf, docs, at) => {
      refuseName(at)
      return handler(leaf, docs, at)
    }
  const withLease =
    (mtu: InterfacesHandler<number>): InterfacesHandler<number> =>
    (leaf, docs, at) => {
      keepMtu(leaf, docs, at)
      return mtu(leaf, docs, at)
    }
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
      parent: checked((leaf, docs, at) => {
        bridgeFirst?.(leaf, docs, at)
        return vlan.parent(leaf, docs, at)
      }),
      tag: checked(vlan.tag),
      mtu: withLease(vlan.mtu),
    } satisfies Fields<OvsVlan, Docs, InterfacesAt>,
  } as const
}

/** The commands that no leaf of the device asks for, and that take it away again. */
export function completeOvs(link: OvsBridge | OvsVlan, context: InterfacesContext): void {
  const { stanzas } = context.docs(link.id)
  const { network, answer, root } = context
  answer.require(root.dialect.openvswitch.package, 'Open vSwitch, and ovs-vsctl(8), which tells it what there shall be')
  for (const service of root.dialect.openvswitch.services) answer.enable(service)
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
  for (const port of portsBelow(link, network).map(one => linkOf(network, one.link.value)))
    if (port.interface !== undefined && port.activation?.value !== 'off') raise(deviceName(port.id, network), stanzas.first, context)
}

/** A port is up with its bridge, and has no addresses of its own. */
const raise = (port: string, stanza: Stanza, context: InterfacesContext): void => {
  requireSysctl(context)
  stanza.runExtra('raise', sysctlLine('ipv6', 'disable_ipv6', 1, port), 'a port has no addresses of its own')
  stanza.runExtra('raise', `ip link set dev ${port} up`, 'a port is up with its bridge')
}

/** The ports that are devices, a bond’s too. */
export const portsBelow = ({ ports }: OvsBridge | OvsBond, network: Network): readonly OvsPort[] =>
  ports.flatMap(port => {
    const link = linkOf(network, port.link.value)
    return link.kind === 'ovs-bond' ? portsBelow(link, network) : [port]
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
