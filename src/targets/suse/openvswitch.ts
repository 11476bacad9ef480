import type { Leaf } from '../../model/leaf.ts'
import { isVirtual, type Link, linkOf, type OvsBond, type OvsBridge } from '../../model/network.ts'
import { extra, piece } from '../documents/document.ts'
import type { Reason } from '../ledger.ts'
import type { Words } from '../openvswitch/command.ts'
import type { Run } from '../openvswitch/fields.ts'
import { runGlobals, runSharedProtocols } from '../openvswitch/globals.ts'
import { conflict } from '../target.ts'
import { type Text, text } from '../text.ts'
import type { Docs, SuseContext } from './documents.ts'
import { word } from './format.ts'

const shellWord = (value: string): string => (/^[A-Za-z0-9_./:@+=-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`)

const command = (words: Words): Text<'shell'> => text('shell', ['ovs-vsctl', ...words.map(shellWord)].join(' '))

/** The bond of Open vSwitch that the link is a port of. */
export const bondOf = (link: Link, context: SuseContext): OvsBond | undefined => {
  const controller = link.controller === undefined ? undefined : linkOf(context.network, link.controller)
  return controller?.kind === 'ovs-bond' ? controller : undefined
}

/** Whatever wicked brings up it takes out of a master that no file of its names (src/ifconfig.c, ni_system_interface_link_change). */
export const impossible = (link: Link, context: SuseContext): Reason | undefined =>
  bondOf(link, context) !== undefined && (isVirtual(link) || link.kind === 'wifi') ? noMember : undefined

const noMember = conflict(
  'wicked has no bonds of Open vSwitch, and takes a device that it brings up out of one',
  'take NICs as the ports of the bond',
)

/** A command of ovs-vsctl(8) in a script that wicked runs. A port of a bridge is told of when wicked has put it there, and a bond is made by its bridge’s script. */
export const run: Run<undefined, Docs> = (words, leaf, docs, { link, context }) => {
  if (link.kind === 'ovs-vlan') return docs.before.add(command(words), leaf)
  const line = piece(command(words), leaf)
  const bond = link.kind === 'ovs-bond' ? link : bondOf(link, context)
  const bridge = bond?.controller === undefined ? undefined : context.docs(bond.controller)
  if (link.kind === 'ovs-bridge') docs.ovs.bridge.push(line)
  else if (bridge === undefined) docs.script.push(line)
  else bridge.ovs[link === bond ? 'bonds' : 'ports'].push(line)
  return context.ledger.placed(leaf)
}

/** The lines of a bridge that no leaf of its asks for. */
export function completeOvsBridge(link: OvsBridge, { ifcfg: { variables }, ovs, before }: Docs, context: SuseContext): void {
  const { network } = context
  variables.put('OVS_BRIDGE', word.print('yes'), 'the kind of the device')
  const runLeaf = (words: Words, leaf: Leaf<unknown>) => ovs.bridge.push(piece(command(words), leaf))
  runSharedProtocols(link, network, runLeaf)
  if (link === network.links.find(({ kind }) => kind === 'ovs-bridge')) runGlobals(network, runLeaf)
  for (const member of network.links)
    if (bondOf(member, context)?.controller === link.id && member.interface !== undefined && member.activation === undefined)
      raise(member.interface.value, ovs.ports, context)
  for (const line of [...ovs.bridge, ...ovs.bonds, ...ovs.ports]) before.push(line)
}

/** A port of a bond, of which wicked knows nothing. */
const raise = (name: string, lines: Docs['ovs']['ports'], { answer }: SuseContext): void => {
  answer.require('iproute2', 'ip(8) and bridge(8), which the scripts run')
  lines.push(extra(text('shell', `sysctl -qew net/ipv6/conf/${name}/disable_ipv6=1`), 'a port has no addresses of its own'))
  lines.push(extra(text('shell', `ip link set dev ${name} up`), 'a port is up with its bridge'))
}

/** What follows for the machine. */
export function completeOvs({ answer }: SuseContext): void {
  answer.require('openvswitch', 'Open vSwitch, and ovs-vsctl(8), by which wicked and the scripts tell it what there shall be')
  answer.enable('openvswitch.service')
}
