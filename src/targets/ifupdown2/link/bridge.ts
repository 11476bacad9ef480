import type { Bridge, BridgePort } from '../../../model/network.ts'
import { type PortWord, portCommand, portWords } from '../../../side/bridge-commands.ts'
import { namelessReason } from '../../../side/side.ts'
import { nested } from '../../handlers.ts'
import { deleteStray, filteringFields } from '../../interfaces/bridge-vlans.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler, Root } from '../../interfaces/documents.ts'
import { awaitedNics } from '../../interfaces/finish.ts'
import { integer, onOff, wholeSeconds, word } from '../../interfaces/format.ts'
import { inheritMac } from '../../interfaces/inherit-mac.ts'
import { option } from '../../interfaces/option.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import { madeKinds } from '../made-kinds.ts'
import { common } from './common.ts'
import { bridgeForwarding } from './forwarding.ts'
import { completePort, portVlan, type VlanPort } from './port-vlans.ts'

interface Port {
  readonly docs: Docs
  readonly name: string
  readonly vlans: VlanPort
}

type PortFlag = Fields<BridgePort, Port, InterfacesAt>['hairpin']

const perPort =
  (key: 'bridge-pathcosts' | 'bridge-portprios'): Fields<BridgePort, Port, InterfacesAt>['pathCost'] =>
  (leaf, { docs, name }) =>
    docs.stanzas.first.append(key, word.print(`${name}=${leaf.value}`), leaf)

const perPortFlag =
  (key: 'bridge-arp-nd-suppress' | 'bridge-learning'): PortFlag =>
  (leaf, { docs, name }) =>
    docs.stanzas.first.append(key, word.print(`${name}=${leaf.value ? 'on' : 'off'}`), leaf)

/** What ifupdown2 has no option for. */
const byCommand =
  (flag: PortWord): PortFlag =>
  (leaf, { docs, name }) =>
    docs.stanzas.first.run('port', portCommand(name, flag, leaf.value), leaf)

const portFields: Fields<BridgePort, Port, InterfacesAt> = {
  link: (leaf, { docs, name }) => docs.stanzas.first.append('bridge-ports', word.print(name), leaf),
  pathCost: perPort('bridge-pathcosts'),
  priority: perPort('bridge-portprios'),
  hairpin: byCommand(portWords.hairpin),
  neighSuppress: perPortFlag('bridge-arp-nd-suppress'),
  learning: perPortFlag('bridge-learning'),
  isolated: byCommand(portWords.isolated),
  vlans: (leaf, { vlans }) => portVlan(leaf, vlans),
}

const ports = nested<BridgePort, Root, Docs, Port>(
  (docs, port, { context }) => {
    const name = context.link(port.link.value).interface?.value
    if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
    const own = context.docs(port.link.value)
    return { docs, name, vlans: { own, bridge: docs.stanzas.first, name, alone: port.vlans.length === 1 } }
  },
  portFields,
  (opened, _docs, port, { link }) => completePort(port.vlans, link as Bridge, opened.vlans),
)

/**
 * ifupdown2 passes over all bridges that say `yes` but the first, unless its configuration has multiple_vlan_aware_bridge_support=1
 * (ifupdown/main.py, no_repeats); it looks for that very word, and `on` means the same.
 */
const aware: InterfacesHandler<boolean> = (leaf, docs, at) => {
  const first = at.context.network.links.find(link => link.kind === 'bridge' && link.vlanFiltering?.value === true)
  return leaf.value && first !== at.link
    ? docs.stanzas.first.option('bridge-vlan-aware', word.print('on'), leaf)
    : filteringFields.vlanFiltering(leaf, docs, at)
}

export const bridge = {
  ...common,
  macFrom: inheritMac('the lowest MAC of all its ports'),
  ports,
  stp: option('bridge-stp', onOff),
  priority: option('bridge-bridgeprio', integer),
  forwardDelay: option('bridge-fd', wholeSeconds),
  helloTime: option('bridge-hello', wholeSeconds),
  maxAge: option('bridge-maxage', wholeSeconds),
  ageingTime: option('bridge-ageing', wholeSeconds),
  ...filteringFields,
  vlanFiltering: aware,
} satisfies Fields<Bridge, Docs, InterfacesAt>

/** What ifupdown2 has to be told of every bridge. */
export function completeBridge(link: Bridge, { stanzas }: Docs, context: InterfacesContext): void {
  const { first } = stanzas
  deleteStray({ stanzas }, link.vlans, link)
  if (!first.has('bridge-ports')) first.put('bridge-ports', word.print('none'), 'the bridge has no ports')
  const awaited = [...awaitedNics(link, context), ...madePorts(link, context)]
  if (awaited.length > 0) first.put('bridge-waitport', word.print(`10 ${awaited.join(' ')}`), 'a port may come late')
  keepMtu(link, stanzas, context)
  bridgeForwarding(link, stanzas, context)
}

/** The ports that commands make: ifupdown2 hears of them a little later, and takes no port that it has not heard of (addons/bridge.py). */
const madePorts = (link: Bridge, context: InterfacesContext): readonly string[] =>
  link.ports
    .map(port => context.link(port.link.value))
    .filter(({ kind }) => madeKinds.has(kind))
    .flatMap(port => port.interface?.value ?? [])

/** ifupdown2 gives a bridge that has no `mtu` 1500 (_process_mtu_config_mtu_none), where the kernel has the lowest of its ports. */
const keepMtu = (link: Bridge, { first }: Docs['stanzas'], context: InterfacesContext): void => {
  const sizes = link.ports.map(port => sizeOf(port.link.value, context))
  const least = Math.min(...sizes)
  if (link.mtu === undefined && sizes.length > 0 && least !== 1500)
    first.put('mtu', integer.print(least), 'ifupdown2 would set 1500; the kernel takes the lowest of the ports')
}

/** A VLAN has the MTU of what it is on. */
const sizeOf = (id: string, context: InterfacesContext): number => {
  const link = context.link(id)
  return link.mtu?.value ?? (link.kind === 'vlan' ? sizeOf(link.parent.value, context) : 1500)
}
