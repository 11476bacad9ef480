import type { Codec } from '../codec.ts'
import type { InterfacesHandler } from './documents.ts'
import { command } from './format.ts'
import type { CreateSlot, OptionKey } from './keys.ts'

/** A line of the stanza. */
export const option =
  <T>(key: OptionKey, codec: Codec<T, 'stanza'>): InterfacesHandler<T> =>
  (leaf, { stanzas }) =>
    stanzas.first.option(key, codec.print(leaf.value), leaf)

/** Words of the command that makes the device, or sets what its stanza has no option for: `min_links 2`. */
export const word =
  <T>(slot: CreateSlot, print: (value: T) => string | number = value => String(value), name: string = slot): InterfacesHandler<T> =>
  (leaf, { create }) =>
    create.set(slot, command(`${name} ${print(leaf.value)}`), leaf)
