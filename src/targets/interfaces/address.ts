import { type Address, isVirtual, type Link } from '../../model/network.ts'
import { joined, type Piece } from '../documents/document.ts'
import { Phrase } from '../documents/phrase.ts'
import { nested } from '../handlers.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, Root } from './documents.ts'
import { cidr, command, ipProgram, shellWord, word } from './format.ts'
import type { Stanza } from './stanza.ts'

const slots = ['address', 'label', 'lifetime'] as const
type AddressPhrase = Phrase<(typeof slots)[number], 'stanza'>

const fields: Fields<Address, AddressPhrase, InterfacesAt> = {
  address: (leaf, phrase) => phrase.set('address', cidr.print(leaf.value), leaf),
  label: (leaf, phrase) => phrase.set('label', shellWord(leaf.value), leaf),
  lifetime: (leaf, phrase, { context }) =>
    leaf.value === 'forever'
      ? context.ledger.imply(leaf, 'an address is preferred for ever unless it is told')
      : phrase.set('lifetime', word.print(leaf.value), leaf),
}

/**
 * Whether an `address` line can say it: it has no label, and no lifetime but an IPv6 one on classic ifupdown. ifupdown2 counts the lines of
 * `preferred-lifetime`, so that the first is for the first address, whichever that is.
 */
export const isPlain = (address: Address, lifetimes: 'none' | 'IPv6'): boolean =>
  address.label === undefined && (address.lifetime?.value !== '0' || (lifetimes === 'IPv6' && address.address.value.family === 6))

/** Addresses: in the stanza that the plan has for them, the others as commands. */
export const addresses = nested<Address, Root, Docs, AddressPhrase>(
  (docs, _address, { context }) => {
    docs.stanzas.refuseNameless()
    return new Phrase(slots, context.ledger)
  },
  fields,
  (phrase, { stanzas }, address, { link }) => {
    const stanza = stanzas.forAddress(address)
    if (stanza === undefined) addCommand(phrase, stanzas.settled(address.address.value.family), address, link)
    else addOption(phrase, stanza)
  },
)

const addOption = (phrase: AddressPhrase, stanza: Stanza): void => {
  const [address, lifetime] = [phrase.slot('address'), phrase.slot('lifetime')]
  if (address !== undefined) stanza.push('address', address)
  if (lifetime !== undefined) stanza.push('preferred-lifetime', lifetime)
}

const addCommand = (phrase: AddressPhrase, stanza: Stanza, { address }: Address, link: Link): void => {
  const { family, prefix } = address.value
  const program = `${ipProgram(family)} addr`
  const broadcast = family === 4 && prefix < 31 ? ' broadcast +' : ''
  const [label, lifetime] = [phrase.slot('label'), phrase.slot('lifetime')]
  const options = [label && ` label ${label.text}`, lifetime && ` preferred_lft ${lifetime.text}`].filter(option => option !== undefined)
  const all: Piece = joined(phrase.pieces(), ' ')
  const line = `${program} replace ${address.value.text}${broadcast} dev $IFACE${options.join('')}`
  stanza.runPiece('address', { ...all, text: command(line) })
  // A device of our own making takes its addresses along when it goes.
  if (!isVirtual(link)) stanza.runPiece('undo', { ...all, text: command(`${program} del ${address.value.text} dev $IFACE || true`) })
}
