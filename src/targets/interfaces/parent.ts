import type { Network } from '../../model/network.ts'
import { linkOf } from '../../model/network.ts'
import { namelessReason } from '../../side/side.ts'
import { Inexpressible } from '../text.ts'
import type { InterfacesHandler } from './documents.ts'
import { command } from './format.ts'

/** The kernel's name of another link. Throws Inexpressible where nothing tells it. */
export const nameOf = (id: string, network: Network): string => {
  const name = linkOf(network, id).interface?.value
  if (name === undefined) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
  return name
}

/** The device below, as a word of the command that makes the one above. */
export const parentWord: InterfacesHandler<string> = (leaf, { create }, { context }) =>
  create.set('link', command(`link ${nameOf(leaf.value, context.network)}`), leaf)
