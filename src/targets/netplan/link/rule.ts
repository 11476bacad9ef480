import type { Leaf } from '../../../model/leaf.ts'
import type { Rule } from '../../../model/network.ts'
import type { Codec } from '../../codec.ts'
import { joined } from '../../documents/document.ts'
import { Phrase } from '../../documents/phrase.ts'
import type { Receipt } from '../../ledger.ts'
import { onPort } from '../../networkmanager/handlers.ts'
import type { Fields, Handler } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { cidr, integer } from '../format.ts'
import { type NetplanAt, settings } from '../handlers.ts'
import type { Mapping } from '../mapping.ts'
import { asksDhcp, hasAddress } from '../network-manager.ts'
import { usesNetworkManager } from '../renderer.ts'
import { ruleKeys } from '../route-keys.ts'

type Slot = (typeof ruleKeys)[number]

/** A rule as a mapping, or as the text that NetworkManager takes. */
export type RulePlace = Mapping<Slot> | Phrase<Slot, 'yaml'>

/**
 * netplan 0.106 passes over rules where NetworkManager is the renderer, and 1.1 hands on a type of service that NetworkManager reads as another
 * number: NetworkManager is told itself then, all rules or none, since they are numbered.
 */
export const openRule = (docs: Docs, rule: Rule, { link, context }: NetplanAt): RulePlace => {
  if (!usesNetworkManager(link, context.network)) return docs.definition.another('routing-policy', ruleKeys)
  if (link.controller !== undefined) throw new Inexpressible(onPort.why, onPort.remedy)
  if (rule.priority === undefined)
    throw new Inexpressible('its NetworkManager renderer leaves out rules without a priority', 'write `priority`')
  const asText = !context.since('1.1') || link.rules.some(other => other.typeOfService !== undefined)
  if (!asText && !asksDhcp(link, rule.family) && !hasAddress(link, rule.family))
    throw new Inexpressible(
      `its NetworkManager renderer leaves out IPv${rule.family} rules where the device has no IPv${rule.family} address`,
      `add an IPv${rule.family} address, or choose networkd as the renderer`,
    )
  const place: RulePlace = asText
    ? new Phrase<Slot, 'yaml'>(['priority', 'from', 'to', 'type-of-service', 'mark', 'table'], context.ledger)
    : docs.definition.another('routing-policy', ruleKeys)
  if (rule.table === undefined)
    place.put(
      'table',
      text('yaml', place instanceof Phrase ? 'table 254' : '254'),
      'the main table, without which NetworkManager takes no rule',
    )
  return place
}

/** Writes the text where the rule became one. */
export const closeRule = (place: RulePlace, docs: Docs, rule: Rule, { link }: NetplanAt): void => {
  if (!(place instanceof Phrase)) return
  const number = link.rules.filter(other => other.family === rule.family).indexOf(rule) + 1
  const name = `ipv${rule.family}.routing-rule${number}`
  if (docs.passed.has(name)) throw new Inexpressible('`passthrough` has a rule of that number', `take ${name} out`)
  const sentence = joined(place.pieces(), ' ')
  settings(docs).push(name, {
    ...sentence,
    text: sentence.text.includes(':') ? `"${sentence.text}"` : sentence.text,
  })
}

const words: { readonly [S in Slot]: string } = {
  priority: 'priority',
  from: 'from',
  to: 'to',
  'type-of-service': 'tos',
  mark: 'fwmark',
  table: 'table',
}

const slot =
  <T>(name: Slot, codec: Codec<T, 'yaml'>, plain: (value: T) => string): Handler<T, RulePlace, NetplanAt> =>
  (leaf: Leaf<T>, place): Receipt =>
    place instanceof Phrase
      ? place.set(name, text('yaml', `${words[name]} ${plain(leaf.value)}`), leaf)
      : place.set(name, codec.print(leaf.value), leaf)

const network = (name: Slot) => slot(name, cidr, value => value.text)
const number = (name: Slot) => slot(name, integer, String)

export const ruleFields: Fields<Rule, RulePlace, NetplanAt> = {
  from: network('from'),
  to: network('to'),
  table: number('table'),
  priority: number('priority'),
  mark: slot('mark', integer, value => `0x${value.toString(16)}`),
  // NetworkManager takes the number for hexadecimal, whatever it looks like.
  typeOfService: slot('type-of-service', integer, value => `0x${value.toString(16).padStart(2, '0')}`),
}
