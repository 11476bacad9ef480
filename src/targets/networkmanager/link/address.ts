import type { Address } from '../../../model/network.ts'
import { lost } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { cidr } from '../format.ts'
import { isPort, type NmAt, onPort } from '../handlers.ts'

/** nm-settings-keyfile(5): an address is IP and prefix length, and nothing else. */
export const addressFields: Fields<Address, Docs, NmAt> = {
  address: (leaf, docs, at) => {
    if (isPort(at)) return at.context.ledger.lose(leaf, onPort)
    const { family } = leaf.value
    const rank = at.link.addresses.filter(({ address }) => address.value.family === family).findIndex(({ address }) => address === leaf)
    return docs.profiles.set(family === 4 ? 'ipv4' : 'ipv6', `address${rank + 1}`, cidr.print(leaf.value), leaf)
  },
  label: lost(absent('an address of a profile has no label', 'take the label out, or set it with ip-address(8)')),
  lifetime: (leaf, _docs, { context }) =>
    leaf.value === 'forever'
      ? context.ledger.imply(leaf, 'an address of a profile is for ever')
      : context.ledger.lose(leaf, absent('an address of a profile has no lifetime', 'take it out, or set it with ip-address(8)')),
}
