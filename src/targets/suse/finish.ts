import {
  type Bond,
  type Bridge,
  hasPorts,
  isInfiniband,
  isOvs,
  type Link,
  type PhysicalLink,
  saysMac,
  strayVlan,
} from '../../model/network.ts'
import { strayReason, vlanDelete } from '../../side/bridge-commands.ts'
import { dropIn } from '../../side/unit.ts'
import { extra, joined, type Piece } from '../documents/document.ts'
import { text } from '../text.ts'
import { scriptReference } from './command-script.ts'
import type { Docs, SuseContext } from './documents.ts'
import { word } from './format.ts'
import type { Variable } from './keys.ts'
import type { NetconfigHook } from './netconfig-hook.ts'
import { completeOvs, completeOvsBridge } from './openvswitch.ts'
import { steps } from './steps.ts'

/** What follows from the network as a whole. */
export function finish(context: SuseContext): void {
  const { links } = context.network
  if (links.length === 0) return
  for (const link of links) if (link.interface !== undefined) completeLink(link, context)
  if (links.some(isOvs)) completeOvs(context)
  const racing = links.find(link => link.kind === 'bridge' && takesNicName(link, links))
  if (racing !== undefined) waitForUdev(racing, context)
  context.answer.require('wicked', 'reads the files')
  context.answer.enable('wicked.service')
  context.answer.disable('NetworkManager.service')
  steps(context)
}

/** The lines that no leaf asks for, and those that need all leaves. */
function completeLink(link: Link, context: SuseContext): void {
  const docs = context.docs(link.id)
  const { variables } = docs.ifcfg
  if (link.kind === 'bridge') completeBridge(link, docs)
  if (link.kind === 'ovs-bridge') completeOvsBridge(link, docs, context)
  if (link.kind === 'bond') variables.put('BONDING_MASTER', word.print('yes'), 'the kind of the device')
  if (link.kind === 'dummy') variables.put('DUMMY', word.print('yes'), 'the kind of the device')
  if (isInfiniband(link)) variables.put('IPOIB', word.print('yes'), 'the kind of the device')
  if (hasPorts(link)) noteMac(link, context)
  if (link.kind === 'ipvlan') noteAge(link, context)
  if ((link.kind === 'tap' || link.kind === 'tun') && docs.unit === undefined) completeTuntap(link.kind, docs)
  placeRoutes(docs)
  if ('setName' in link && link.setName !== undefined) notePersistentRules(link, context)
  const { hook } = docs.full
  if (hook !== undefined) callHook(hook, docs, link, context)
  callScripts(link, docs, context)
}

/** Routes to gateways come after those that the gateways are reached by. */
function placeRoutes(docs: Docs): void {
  for (const { line, toGateway } of docs.routeLines) if (!toGateway) docs.routes.push(line)
  for (const { line, toGateway } of docs.routeLines) if (toGateway) docs.routes.push(line)
}

function completeBridge(link: Bridge, docs: Docs): void {
  const { variables } = docs.ifcfg
  variables.put('BRIDGE', word.print('yes'), 'the kind of the device')
  const stray = strayVlan(link.vlans, link.vlanDefaultPvid)
  if (stray !== undefined) docs.script.put(text('shell', vlanDelete(link.interface?.value ?? link.id, stray, true)), strayReason)
  for (const [list, pieces] of docs.perPort) {
    const all: Piece[] = link.ports.map(port => pieces.get(port.link.value) ?? extra(word.print('-'), 'nothing is said of this port'))
    variables.entries.push({ key: list, piece: joined(all, ' ') })
  }
}

/** src/ipvlan.c came with 0.6.78; an older one looks for a device of that name, and finds none. */
function noteAge(link: Link, context: SuseContext): void {
  const does = 'wicked makes ipvlans since 0.6.78, and an older one waits for the device in vain'
  const remedy = 'ask `wicked --version`; before 0.6.78 update it, or take `macvlans` in place of it'
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, does, remedy }, link)
}

function noteMac(link: Bond | Bridge, context: SuseContext): void {
  if (saysMac(link)) return
  const does = 'wicked leaves it to udev, which makes one up, or to the kernel, which takes that of a port'
  context.note('bridge-mac-unset', { target: context.spelling.text, link: link.id, does }, link)
}

/** wicked takes an owner or a group that is not named for 0, which is what the description means; said all the same. */
function completeTuntap(kind: 'tap' | 'tun', { ifcfg: { variables } }: Docs): void {
  variables.put('TUNNEL', word.print(kind), 'the kind of the device')
  for (const name of ['TUNNEL_SET_OWNER', 'TUNNEL_SET_GROUP'] as const)
    if (!variables.has(name)) variables.put(name, word.print('0'), 'only root may attach where nobody is named')
}

function callHook(hook: NetconfigHook, { ifcfg: { variables } }: Docs, link: Link, context: SuseContext): void {
  variables.put('POST_DOWN_SCRIPT', word.print(hook.reference), 'the script gives the interface its name servers')
  context.answer.require('sysconfig-netconfig', 'writes the name servers into /etc/resolv.conf')
  const does = 'netconfig puts its name servers beside those of the machine; no more than three of all of them reach /etc/resolv.conf'
  if (link.nameservers.length > 3) context.note('resolver-wide', { target: context.spelling.text, link: link.id, does }, link)
}

/** A list of scripts is run in its order; that of a bridge tells the VLANs apart before it is up. */
function callScripts(link: Link, docs: Docs, { answer }: SuseContext): void {
  const { hook, script, before, after } = docs.full
  const bridge = link.kind === 'bridge'
  callThem('PRE_UP_SCRIPT', bridge ? [script, before] : [before], docs)
  callThem('POST_UP_SCRIPT', bridge ? [hook, after] : [hook, script, after], docs)
  if (script !== undefined) answer.require('iproute2', 'ip(8) and bridge(8), which the scripts run')
}

function callThem(variable: Variable, scripts: readonly ({ readonly path: string } | undefined)[], { ifcfg: { variables } }: Docs): void {
  const references: string[] = []
  for (const script of scripts) if (script !== undefined) references.push(scriptReference(script.path))
  if (references.length > 0) variables.put(variable, word.print(references.join(' ')), 'the script says what wicked has no variable for')
}

function notePersistentRules(link: PhysicalLink & Link, context: SuseContext): void {
  const does = 'a name that /etc/udev/rules.d/70-persistent-net.rules gives to the device wins over the .link file'
  const remedy = 'take the line of this device out of that file, if there is one'
  context.note('stack-behaviour', { target: context.spelling.text, link: link.id, does, remedy }, link)
}

/** Whether a bridge takes a name of the kernel's own style that a renamed NIC may hold until udev has come to it. */
const takesNicName = (bridge: Link, links: readonly Link[]): boolean =>
  /^(eth|wlan)\d+$/.test(bridge.interface?.value ?? '') && links.some(link => (link as PhysicalLink).setName !== undefined)

/** wicked would find a NIC with the bridge's name, and refuse to make the bridge (src/ifconfig.c, "interface with the name … already exists"). */
function waitForUdev(bridge: Link, context: SuseContext): void {
  const settle = 'systemd-udev-settle.service'
  const document = dropIn(
    context,
    'wicked.service',
    'settle',
    { Wants: settle, After: settle },
    'the bridge takes a name that a NIC may hold',
  )
  document.comments.push(
    `The bridge ${bridge.interface?.value} takes a name that a NIC may hold until udev has renamed it: wicked waits for udev.`,
  )
}
