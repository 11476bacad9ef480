import type { Veth } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import type { NmAt } from '../handlers.ts'
import { common } from './common.ts'

/** The profile that comes first makes both devices, and the other one takes the second. */
export const veth = {
  ...common,
  peer: (leaf, docs, { context }) =>
    docs.profiles.set('veth', 'peer', word.print(context.link(leaf.value).interface?.value ?? leaf.value), leaf),
} satisfies Fields<Veth, Docs, NmAt>
