import type { LinkBase, Veth } from '../../model/network.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesHandler } from './documents.ts'
import { command } from './format.ts'
import { nameOf } from './parent.ts'

type Common<N> = Fields<N, Docs, InterfacesAt>

/** The other end. Each stanza makes both unless they are there, so that it is no matter which one comes first. */
const peer: InterfacesHandler<string> = (leaf, { create }, { context }) =>
  create.set('peer', command(`peer name ${nameOf(leaf.value, context.network)}`), leaf)

/** The table of an end of a pair, from the dialect's table of what every link has. */
export const vethTable = (common: Common<LinkBase>): Common<Veth> => ({ ...common, peer })
