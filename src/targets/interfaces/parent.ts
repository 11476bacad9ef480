import type { Network } from '../../model/network.ts'
import { linkOf } from '../../model/network.ts'
import { namelessReason } from '../../side/side.ts'
import { Inexpressible } from '../text.ts'
import type { InterfacesHandler } from './documents.ts'
import { command, word } from './format.ts'
import type { OptionKey } from './keys.ts'

/** The kernel's name of another link. Throws Inexpressible where nothing tells it. */
export const nameOf = (id: string, network: Network): string => {
  const name = linkOf(network, id).interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return name
}

/** The device below, as a word of the command that makes the one above. */
export const parentWord: InterfacesHandler<string> = (leaf, { create }, { context }) =>
  create.set('link', command(`link ${nameOf(leaf.value, context.network)}`), leaf)

/** The same where an option of the dialect has it bring the device below up first. */
export const below =
  (key: OptionKey, handler = parentWord): InterfacesHandler<string> =>
  (leaf, docs, at) => {
    docs.stanzas.first.put(key, word.print(nameOf(leaf.value, at.context.network)), 'the device below comes first')
    return handler(leaf, docs, at)
  }
