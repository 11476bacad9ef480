import type { Bridge, BridgePort } from '../../../model/network.ts'
import { type PortWord, portWords, vlanAdd } from '../../../side/bridge-commands.ts'
import { namelessReason } from '../../../side/side.ts'
import { joined } from '../../documents/document.ts'
import type { Phrase } from '../../documents/phrase.ts'
import { Phrase as PhraseDocument } from '../../documents/phrase.ts'
import { nested } from '../../handlers.ts'
import { deleteStray, filteringFields } from '../../interfaces/bridge-vlans.ts'
import type { Docs, InterfacesAt, InterfacesHandler, Root } from '../../interfaces/documents.ts'
import { awaitedNics } from '../../interfaces/finish.ts'
import { command, integer, onOff, seconds, word } from '../../interfaces/format.ts'
import { option } from '../../interfaces/option.ts'
import { ownMac } from '../../interfaces/own-mac.ts'
import { approximate, type Fields } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import { sharesMtu } from '../plan.ts'
import { common } from './common.ts'

const slots = ['cost', 'priority', ...Object.values(portWords)] as const
interface Port {
  readonly docs: Docs
  readonly name: string
  readonly settings: Phrase<(typeof slots)[number], 'stanza'>
}

const flag =
  (word: PortWord): Fields<BridgePort, Port, InterfacesAt>['hairpin'] =>
  (leaf, { settings }) =>
    settings.set(word, command(`${word} ${leaf.value ? 'on' : 'off'}`), leaf)

const portFields: Fields<BridgePort, Port, InterfacesAt> = {
  link: (leaf, { docs, name }) => docs.stanzas.first.append('bridge-ports', word.print(name), leaf),
  pathCost: (leaf, { settings }) => settings.set('cost', command(`cost ${leaf.value}`), leaf),
  priority: (leaf, { settings }) => settings.set('priority', command(`priority ${leaf.value}`), leaf),
  hairpin: flag(portWords.hairpin),
  neighSuppress: flag(portWords.neighSuppress),
  learning: flag(portWords.learning),
  isolated: flag(portWords.isolated),
  vlans: (leaf, { docs, name }) => docs.stanzas.first.run('vlan', vlanAdd(name, leaf.value), leaf),
}

/** bridge-pathcost and bridge-portprio hold one port only, and a second line of them is lost (bridge-utils' ifupdown.sh). */
const ports = nested<BridgePort, Root, Docs, Port>(
  (docs, port, { context }) => {
    const name = context.link(port.link.value).interface?.value
    if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
    return { docs, name, settings: new PhraseDocument(slots, context.ledger) }
  },
  portFields,
  ({ settings, name }, docs, { vlans }, { link }) => {
    deleteStray(docs, vlans, link as Bridge, name)
    const pieces = settings.pieces()
    if (pieces.length === 0) return
    const all = joined(pieces, ' ')
    docs.stanzas.first.runPiece('port', { ...all, text: `bridge link set dev ${name} ${all.text}` })
  },
)

/** bridge-utils gives the `mtu` of a bridge to all its ports. */
const mtu: InterfacesHandler<number> = (leaf, docs, at) => {
  const { link, context } = at
  if (sharesMtu(link as Bridge, context.network)) return common.mtu(leaf, docs, at)
  if (link.dhcp4.value) docs.hook.add('unset new_interface_mtu', leaf)
  return docs.stanzas.first.run('after', `ip link set dev $IFACE mtu ${leaf.value}`, leaf)
}

/** bridge-utils reads the MAC of the port when it makes the bridge, before it waits for the port. */
const inherit: InterfacesHandler<string> = (leaf, { stanzas }, { link, context }) => {
  const port = context.link(leaf.value).interface?.value
  if (port === undefined) return context.ledger.lose(leaf, namelessReason)
  stanzas.first.option('bridge-hw', word.print(port), leaf)
  return context.ledger.lose(leaf, inherited(link.id, port))
}

const inherited = (bridge: string, port: string) =>
  approximate(
    `bridge-utils takes the MAC that ${port} has when it makes ${bridge}: if ${port} comes later, another`,
    'write `macaddress`, or the port’s `match.macaddress`',
  )

export const bridge = {
  ...common,
  mac: ownMac(option('bridge-hw', word)),
  macFrom: inherit,
  mtu,
  ports,
  stp: option('bridge-stp', onOff),
  priority: option('bridge-bridgeprio', integer),
  forwardDelay: option('bridge-fd', seconds),
  helloTime: option('bridge-hello', seconds),
  maxAge: option('bridge-maxage', seconds),
  ageingTime: option('bridge-ageing', seconds),
  ...filteringFields,
} satisfies Fields<Bridge, Docs, InterfacesAt>

/** What bridge-utils has to be told of every bridge. */
export function completeBridge(link: Bridge, { stanzas }: Docs, context: InterfacesAt['context']): void {
  const { first } = stanzas
  context.answer.require('bridge-utils', 'bridge-ports and the other bridge- options are read by its hooks')
  deleteStray({ stanzas }, link.vlans, link)
  if (!first.has('bridge-ports')) first.put('bridge-ports', word.print('none'), 'the bridge has no ports')
  if (!link.stp.value || link.optional.value)
    first.put('bridge-maxwait', integer.print(0), 'without STP there is no state of the ports to wait for')
  const awaited = awaitedNics(link, context)
  if (awaited.length > 0) first.put('bridge-waitport', word.print(`10 ${awaited.join(' ')}`), 'a NIC may come late')
}
