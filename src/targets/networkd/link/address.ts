import type { Address } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs, NetworkSection } from '../documents.ts'
import { cidr, word } from '../format.ts'
import type { NetworkdAt } from '../handlers.ts'

type Place = Pick<NetworkSection<'Address'>, 'add' | 'set'> | NetworkSection<'Network'>

/** An address is a line of [Network]; with options it is a section of its own. */
export const openAddress = (docs: Docs, address: Address): NetworkSection<'Address'> =>
  address.label === undefined && address.lifetime === undefined
    ? // [Network] knows the key Address= as well; the other keys are not set for such an address.
      (docs.network.section('Network') as Place as NetworkSection<'Address'>)
    : docs.network.another('Address')

export const addressFields: Fields<Address, NetworkSection<'Address'>, NetworkdAt> = {
  address: (leaf, section) => section.add('Address', cidr.print(leaf.value), leaf),
  label: (leaf, section) => section.set('Label', word.print(leaf.value), leaf),
  lifetime: (leaf, section) => section.set('PreferredLifetime', text('ini', leaf.value), leaf),
}
