import type { Address } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { value } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { cidr, word } from '../format.ts'
import type { SuseAt } from '../handlers.ts'
import { nth } from '../keys.ts'

interface Slot {
  readonly docs: Docs
  readonly index: number
  readonly family: 4 | 6
}

export const openAddress = (docs: Docs, { address }: Address, { link }: SuseAt): Slot => ({
  docs,
  index: link.addresses.findIndex(other => other.address === address),
  family: address.value.family,
})

export const addressFields: Fields<Address, Slot, SuseAt> = {
  address: (leaf, { docs, index }) => docs.ifcfg.variables.set(nth('IPADDR', index), cidr.print(leaf.value), leaf),
  label: (leaf, { docs, index, family }, { link, context }) => {
    if (family === 6) return context.ledger.lose(leaf, value('an IPv6 address has no label', 'take the label out'))
    if (leaf.value !== link.interface?.value && !leaf.value.startsWith(`${link.interface?.value}:`))
      return context.ledger.lose(
        leaf,
        value('wicked puts the interface’s name and a colon before it', `write ${link.interface?.value}:${leaf.value}`),
      )
    return docs.ifcfg.variables.set(nth('LABEL', index), word.print(leaf.value), leaf)
  },
  lifetime: (leaf, { docs, index, family }, { context }) => {
    if (family === 6) return docs.ifcfg.variables.set(nth('IP_OPTIONS', index), word.print(`preferred_lft ${leaf.value}`), leaf)
    if (leaf.value === 'forever') return context.ledger.imply(leaf, 'an address stays as long as nobody takes it away')
    return context.ledger.lose(leaf, value('wicked sets lifetimes of IPv6 addresses only', 'take `lifetime` out'))
  },
}
