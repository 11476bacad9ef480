import type { Offloads } from '../../model/network.ts'
import { type OffloadName, offloadFields, offloadWords, onOff } from '../../side/offloads.ts'
import { joined } from '../documents/document.ts'
import { Phrase } from '../documents/phrase.ts'
import { nested } from '../handlers.ts'
import type { Docs, Root } from './documents.ts'
import { command } from './format.ts'

/** All offloads of a NIC in one command. */
export const offloadCommand = nested<Offloads, Root, Docs, Phrase<OffloadName['ethtool'], 'stanza'>>(
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
