import { bits, type Cidr } from '../../../model/address.ts'
import type { Leaf } from '../../../model/leaf.ts'
import type { Rule } from '../../../model/network.ts'
import { joined } from '../../documents/document.ts'
import { Phrase } from '../../documents/phrase.ts'
import type { Receipt } from '../../ledger.ts'
import type { Fields } from '../../target.ts'
import { Inexpressible, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { isPort, type NmAt, onPort } from '../handlers.ts'

/** A rule in the words of ip-rule(8), in libnm's own order. */
export interface RuleLine {
  readonly words: Phrase<'priority' | 'from' | 'to' | 'tos' | 'fwmark' | 'table', 'keyfile'>
  readonly rule: Rule
}

export function openRule(_docs: Docs, rule: Rule, at: NmAt): RuleLine {
  if (isPort(at)) throw new Inexpressible(onPort.why, onPort.remedy)
  if (rule.priority === undefined)
    throw new Inexpressible('it takes no rule without a priority', 'write `priority`; the kernel would count from 32765 downwards')
  const words: RuleLine['words'] = new Phrase(['priority', 'from', 'to', 'tos', 'fwmark', 'table'], at.context.ledger)
  if (rule.table === undefined) words.put('table', text('keyfile', 'table 254'), 'the main table')
  return { words, rule }
}

const prefix = (slot: 'from' | 'to', leaf: Leaf<Cidr>, { words }: RuleLine): Receipt => {
  const { ip, text: whole, prefix: length, family } = leaf.value
  return words.set(slot, text('keyfile', `${slot} ${length === bits(family) ? ip : whole}`), leaf)
}

const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`

export const ruleFields: Fields<Rule, RuleLine, NmAt> = {
  from: (leaf, line) => prefix('from', leaf, line),
  to: (leaf, line, { context }) =>
    leaf.value.prefix === 0 && line.rule.from !== undefined
      ? context.ledger.imply(leaf, 'a rule is for every destination unless it says otherwise')
      : prefix('to', leaf, line),
  table: (leaf, { words }) => words.set('table', text('keyfile', `table ${leaf.value}`), leaf),
  priority: (leaf, { words }) => words.set('priority', text('keyfile', `priority ${leaf.value}`), leaf),
  mark: (leaf, { words }) => words.set('fwmark', text('keyfile', `fwmark ${hex(leaf.value, 1)}`), leaf),
  typeOfService: (leaf, { words }, { context }) =>
    leaf.value === 0
      ? context.ledger.imply(leaf, 'a rule is for every type of service unless it says otherwise')
      : words.set('tos', text('keyfile', `tos ${hex(leaf.value, 2)}`), leaf),
}

export function closeRule({ words, rule }: RuleLine, docs: Docs): void {
  for (const profile of docs.profiles.all) {
    const section = profile.section(rule.family === 4 ? 'ipv4' : 'ipv6')
    const rank = section.entries.filter(({ key }) => key.startsWith('routing-rule')).length + 1
    section.push(`routing-rule${rank}`, joined(words.pieces(), ' '))
  }
}
