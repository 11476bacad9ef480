import type { Address } from '../../../model/network.ts'
import { when } from '../../handlers.ts'
import { onPort } from '../../networkmanager/handlers.ts'
import { absent, type Fields, type Handler } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { cidr, word } from '../format.ts'
import type { NetplanAt } from '../handlers.ts'
import { addressKeys } from '../keys.ts'
import type { Mapping } from '../mapping.ts'
import { usesNetworkManager } from '../renderer.ts'

/** An address, and the mapping of its options where it has any. */
interface AddressPlace {
  readonly docs: Docs
  readonly options: Mapping<(typeof addressKeys)[number]> | undefined
}

export const openAddress = (docs: Docs, address: Address, { link, context }: NetplanAt): AddressPlace => {
  const plain = (address.label === undefined && address.lifetime === undefined) || usesNetworkManager(link, context.network)
  if (plain) return { docs, options: undefined }
  const name = cidr.print(address.address.value)
  return { docs, options: docs.definition.another('addresses', [name]).below(name, addressKeys) }
}

const option = <T>(handler: Handler<T, AddressPlace, NetplanAt>): Handler<T, AddressPlace, NetplanAt> =>
  when(
    (_leaf, { link, context }: NetplanAt) => usesNetworkManager(link, context.network),
    (leaf, _place, { context }) =>
      context.ledger.lose(
        leaf,
        absent('its NetworkManager renderer takes no options of an address', 'take it out, or choose networkd as the renderer'),
      ),
    handler,
  )

export const addressFields: Fields<Address, AddressPlace, NetplanAt> = {
  address: (leaf, { docs, options }, { link, context }) =>
    link.controller !== undefined && usesNetworkManager(link, context.network)
      ? context.ledger.lose(leaf, onPort)
      : options === undefined
        ? docs.definition.append('addresses', cidr.print(leaf.value), leaf)
        : options.name(leaf),
  label: option((leaf, { options }, { context }) => options?.set('label', word.print(leaf.value), leaf) ?? context.ledger.placed(leaf)),
  lifetime: option(
    (leaf, { options }, { context }) => options?.set('lifetime', text('yaml', leaf.value), leaf) ?? context.ledger.placed(leaf),
  ),
}
