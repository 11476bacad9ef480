import { type Bridge, type BridgePort, strayVlan } from '../../../model/network.ts'
import { type PortWord, portWords, strayReason, vlanAdd, vlanDelete } from '../../../side/bridge-commands.ts'
import { namelessReason } from '../../../side/side.ts'
import { joined, type Piece } from '../../documents/document.ts'
import { Phrase } from '../../documents/phrase.ts'
import { nested } from '../../handlers.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler, Root } from '../../interfaces/documents.ts'
import { command, shellWord } from '../../interfaces/format.ts'
import type { CreateSlot } from '../../interfaces/keys.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible } from '../../text.ts'
import { awaitPorts } from './await-ports.ts'
import { common } from './common.ts'
import { inherit } from './inherit-mac.ts'

/*
 * A bridge is made by commands. Three programs read `bridge-` options, and differently: the executor of 0.11 and 0.12 takes `bridge-stp on`
 * for off, and times in seconds or in hundredths, as bridge(8) is installed or not; Alpine has a stub in its place and the script of its
 * package `bridge`, which gives the bridge's MAC to all ports. Both bring the bridge up before a command of the stanza can say anything.
 */

const slots = ['port', 'cost', 'priority', ...Object.values(portWords)] as const
type Port = Phrase<(typeof slots)[number], 'stanza'>

const flag =
  (word: PortWord): Fields<BridgePort, Port, InterfacesAt>['hairpin'] =>
  (leaf, port) =>
    port.set(word, command(`${word} ${leaf.value ? 'on' : 'off'}`), leaf)

const portFields: Fields<BridgePort, Port, InterfacesAt> = {
  link: (leaf, port, { context }) => port.set('port', shellWord(context.link(leaf.value).interface?.value ?? ''), leaf),
  pathCost: (leaf, port) => port.set('cost', command(`cost ${leaf.value}`), leaf),
  priority: (leaf, port) => port.set('priority', command(`priority ${leaf.value}`), leaf),
  hairpin: flag(portWords.hairpin),
  neighSuppress: flag(portWords.neighSuppress),
  learning: flag(portWords.learning),
  isolated: flag(portWords.isolated),
  // Written when the port was attached.
  vlans: (leaf, _port, { context }) => context.ledger.placed(leaf),
}

/** A port that is missing must not keep the bridge from getting its addresses. */
const ports = nested<BridgePort, Root, Docs, Port>(
  (docs, port, { context }) => {
    docs.stanzas.refuseNameless()
    if (context.link(port.link.value).interface === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
    return new Phrase(slots, context.ledger)
  },
  portFields,
  (port, { stanzas }, { vlans }, { link }) => {
    const [name, ...settings] = port.pieces()
    if (name === undefined) return
    stanzas.first.runPiece('attach', { ...name, text: command(`ip link set dev ${name.text} master $IFACE || true`) })
    for (const vlan of vlans) stanzas.first.run('attach', `${vlanAdd(name.text, vlan.value)} || true`, vlan)
    const stray = strayVlan(vlans, (link as Bridge).vlanDefaultPvid)
    if (stray !== undefined) stanzas.first.runExtra('attach', `${vlanDelete(name.text, stray)} || true`, strayReason)
    if (settings.length === 0) return
    const all = joined(settings, ' ')
    stanzas.first.runPiece('attach', { ...all, text: command(`bridge link set dev ${name.text} ${all.text} || true`) })
  },
)

const setting =
  <T>(slot: CreateSlot, print: (value: T) => number): InterfacesHandler<T> =>
  (leaf, { create }) =>
    create.set(slot, command(`${slot} ${print(leaf.value)}`), leaf)

/** ip-link(8) counts in hundredths of a second, as the kernel does. */
const hundredths = (seconds: number): number => Math.round(seconds * 100)

export const bridge = {
  ...common,
  macFrom: inherit,
  ports,
  stp: setting('stp_state', Number),
  priority: setting('priority', Number),
  forwardDelay: setting('forward_delay', hundredths),
  helloTime: setting('hello_time', hundredths),
  maxAge: setting('max_age', hundredths),
  ageingTime: setting('ageing_time', hundredths),
  vlanFiltering: setting('vlan_filtering', Number),
  vlanDefaultPvid: setting('vlan_default_pvid', Number),
  vlans: (leaf, { stanzas }) => stanzas.first.run('attach', vlanAdd('$IFACE', leaf.value, true), leaf),
} satisfies Fields<Bridge, Docs, InterfacesAt>

/** The commands that make a bridge before its stanza says anything else, wait for its NICs, and delete it again. */
export function completeBridge(link: Bridge, { stanzas, create }: Docs, context: InterfacesContext): void {
  const { first } = stanzas
  first.runExtra('create', '[ -e /sys/class/net/$IFACE ] || ip link add name $IFACE type bridge', 'makes the bridge')
  first.runPiece('create', prefixed('ip link set dev $IFACE type bridge', joined(create.pieces(), ' ')))
  const stray = strayVlan(link.vlans, link.vlanDefaultPvid)
  if (stray !== undefined) first.runExtra('attach', `${vlanDelete('$IFACE', stray, true)} || true`, strayReason)
  awaitPorts(link, first, context)
  first.runExtra('remove', 'ip link del dev $IFACE || true', 'the device is of our making')
}

const prefixed = (program: string, piece: Piece): Piece => ({ ...piece, text: `${program} ${piece.text}` })
