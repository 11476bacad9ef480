import { type Bridge, type BridgePort, strayVlan } from '../../../model/network.ts'
import { bridgeCommand, type PortWord, portCommand, portWords, strayReason, vlanAdd, vlanDelete } from '../../../side/bridge-commands.ts'
import { namelessReason } from '../../../side/side.ts'
import type { Codec } from '../../codec.ts'
import { type Piece, piece } from '../../documents/document.ts'
import type { LinesDocument } from '../../documents/lines.ts'
import { implied, nested, when } from '../../handlers.ts'
import type { Receipt } from '../../ledger.ts'
import type { Fields, Handler } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs, SuseContext } from '../documents.ts'
import { onOff, seconds, within, word } from '../format.ts'
import { type SuseAt, type SuseHandler, variable } from '../handlers.ts'
import { inheritMac } from '../inherit-mac.ts'
import { common } from './common.ts'

/** A port of a bridge, and where the bridge's files are. */
interface PortSlot {
  readonly docs: Docs
  readonly id: string
}

/** wicked reads lines of up to 510 bytes and makes two of a longer one (src/sysconfig.c). */
const longestList = 480

const portName: Handler<string, PortSlot, SuseAt> = (leaf, { docs, id }, { context }) => {
  const name = context.link(id).interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  const { variables } = docs.ifcfg
  const before = variables.entries.find(entry => entry.key === 'BRIDGE_PORTS')
  if (before !== undefined && before.piece.text.length + name.length > longestList)
    throw new Inexpressible('wicked reads the list of ports up to 510 characters only', 'use shorter names, or fewer ports')
  return variables.append('BRIDGE_PORTS', word.print(name), leaf, ' ')
}

/** A list with one entry a port, which is put together when all are known. */
const perPort =
  (list: 'BRIDGE_PATHCOSTS' | 'BRIDGE_PORTPRIORITIES', codec: Codec<number, 'ifcfg'>): Handler<number, PortSlot, SuseAt> =>
  (leaf, { docs, id }, { context }): Receipt => {
    // Without a name the port is not in the list that this one goes with.
    if (context.link(id).interface === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
    const pieces = docs.perPort.get(list) ?? new Map<string, Piece>()
    docs.perPort.set(list, pieces.set(id, piece(codec.print(leaf.value), leaf)))
    return context.ledger.placed(leaf)
  }

/** wicked has no word for it: a command in the script of the port, which runs when the bridge has taken it. */
const byScript =
  (flag: PortWord): Handler<boolean, PortSlot, SuseAt> =>
  (leaf, { id }, { context }) =>
    scripted(id, context, (script, name) => script.add(text('shell', portCommand(name, flag, leaf.value)), leaf))

const scripted = <T>(id: string, context: SuseContext, act: (script: LinesDocument<'shell'>, name: string) => T): T => {
  const name = context.link(id).interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return act(context.docs(id).script, name)
}

/** wicked may be done with a port before its bridge, and the kernel changes the ports' VLANs when the default does. */
const openPort = (docs: Docs, port: BridgePort, { link, context }: SuseAt): PortSlot => {
  const slot = { docs, id: port.link.value }
  const { vlanDefaultPvid } = link as Bridge
  if (vlanDefaultPvid === undefined || vlanDefaultPvid.value === 1 || port.vlans.length === 0) return slot
  const line = bridgeCommand(link.interface?.value ?? link.id, 'vlan_default_pvid', vlanDefaultPvid.value)
  scripted(slot.id, context, script => script.put(text('shell', line), 'the bridge may not have it yet'))
  return slot
}

const closePort = (slot: PortSlot, _docs: Docs, port: BridgePort, { link, context }: SuseAt): void => {
  const stray = strayVlan(port.vlans, (link as Bridge).vlanDefaultPvid)
  if (stray !== undefined) scripted(slot.id, context, (script, name) => script.put(text('shell', vlanDelete(name, stray)), strayReason))
}

/** wicked knows nothing of VLANs in a bridge: commands in the script of the bridge, which runs before it is up. */
const bySetting =
  (setting: 'vlan_filtering' | 'vlan_default_pvid'): SuseHandler<boolean | number> =>
  (leaf, { script }, { link }) =>
    script.add(text('shell', bridgeCommand(link.interface?.value ?? link.id, setting, Number(leaf.value))), leaf)

const portFields: Fields<BridgePort, PortSlot, SuseAt> = {
  link: portName,
  pathCost: perPort('BRIDGE_PATHCOSTS', within(1, 65535, 'a path cost')),
  priority: perPort('BRIDGE_PORTPRIORITIES', within(0, 63, 'a port priority')),
  hairpin: byScript(portWords.hairpin),
  neighSuppress: byScript(portWords.neighSuppress),
  learning: byScript(portWords.learning),
  isolated: byScript(portWords.isolated),
  vlans: (leaf, { id }, { context }) => scripted(id, context, (script, name) => script.add(text('shell', vlanAdd(name, leaf.value)), leaf)),
}

/** A timer out of range costs the whole bridge, and STP narrows the ranges (src/bridge.c, ni_bridge_validate). */
const timer =
  (name: 'BRIDGE_FORWARDDELAY' | 'BRIDGE_HELLOTIME' | 'BRIDGE_MAXAGE', low: number, high: number): SuseHandler<number> =>
  (leaf, docs, at) => {
    const stp = (at.link as Bridge).stp.value
    return variable(name, within(stp ? low : 0, high, `this time${stp ? ', while STP is on,' : ''}`, seconds))(leaf, docs, at)
  }

export const bridge = {
  ...common,
  macFrom: inheritMac('the lowest MAC of all its ports'),
  ports: nested(openPort, portFields, closePort),
  stp: variable('BRIDGE_STP', onOff),
  priority: variable('BRIDGE_PRIORITY', within(0, 65535, 'the priority of a bridge')),
  forwardDelay: timer('BRIDGE_FORWARDDELAY', 2, 30),
  helloTime: timer('BRIDGE_HELLOTIME', 1, 10),
  maxAge: timer('BRIDGE_MAXAGE', 6, 60),
  ageingTime: variable('BRIDGE_AGEINGTIME', seconds),
  vlanDefaultPvid: when(leaf => leaf.value === 1, implied('the kernel has 1'), bySetting('vlan_default_pvid')),
  vlanFiltering: bySetting('vlan_filtering'),
  vlans: (leaf, { script }, { link }) => script.add(text('shell', vlanAdd(link.interface?.value ?? link.id, leaf.value, true)), leaf),
} satisfies Fields<Bridge, Docs, SuseAt>
