import type { Ethernet, Offloads, PhysicalLink, Wifi } from '../../../model/network.ts'
import { type OffloadName, offloadFields, offloadWords, onOff } from '../../../side/offloads.ts'
import { accessPointFields } from '../../../side/wpa-supplicant.ts'
import { joined } from '../../documents/document.ts'
import { Phrase } from '../../documents/phrase.ts'
import { nested } from '../../handlers.ts'
import type { Docs, InterfacesAt, Root } from '../../interfaces/documents.ts'
import { command } from '../../interfaces/format.ts'
import { accessPoint, fourAddress, matchFields, radio, wired } from '../../interfaces/physical.ts'
import type { Fields } from '../../target.ts'
import { common } from './common.ts'

/**
 * One command. ifupdown2 has options such as gro-offload, but sets nothing where it thinks that the NIC has it so already, and it takes that
 * from the first NIC it looked at, and every `segmentation` for an `on` (ifupdown2 3.0, addons/ethtool.py).
 */
const offloads = nested<Offloads, Root, Docs, Phrase<OffloadName['ethtool'], 'stanza'>>(
  (_docs, _node, { context }) => new Phrase(offloadWords, context.ledger),
  offloadFields(name => (leaf, phrase) => phrase.set(name.ethtool, command(`${name.ethtool} ${onOff(leaf.value)}`), leaf)),
  (phrase, { stanzas }, _node, { context }) => {
    const pieces = phrase.pieces()
    if (pieces.length === 0) return
    const all = joined(pieces, ' ')
    context.answer.require('ethtool', 'ethtool in the command lines')
    stanzas.first.runPiece('after', { ...all, text: `ethtool -K $IFACE ${all.text}` })
  },
)

const physical = {
  ...common,
  match: nested((docs: Docs) => docs, matchFields),
  setName: (leaf, { side }) => side.setName(leaf),
  wakeOnLan: (leaf, { stanzas }, { context }) => {
    context.answer.require('ethtool', 'ethtool in the command lines')
    return stanzas.first.run('after', `ethtool -s $IFACE wol ${leaf.value ? 'g' : 'd'}`, leaf)
  },
  offloads,
} satisfies Fields<PhysicalLink, Docs, InterfacesAt>

export const ethernet = { ...physical, auth: wired } satisfies Fields<Ethernet, Docs, InterfacesAt>

export const wifi = {
  ...physical,
  fourAddress,
  ...radio,
  accessPoints: nested(accessPoint, accessPointFields<Root, Docs>()),
} satisfies Fields<Wifi, Docs, InterfacesAt>
