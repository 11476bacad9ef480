import type { Ipvlan } from '../../../model/network.ts'
import { macOfLower } from '../../mac-of-lower.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs, Root } from '../documents.ts'
import { yesNo } from '../format.ts'
import type { NmAt } from '../handlers.ts'
import { parent } from '../parent.ts'
import { ipvlanKey, ipvlanNumber } from '../stacked-modes.ts'
import { common } from './common.ts'

export const ipvlan = {
  ...common,
  ...macOfLower<Docs, Root>(),
  parent: parent('ipvlan'),
  mode: (leaf, docs) => docs.profiles.set('ipvlan', 'mode', text('keyfile', ipvlanNumber(leaf.value)), leaf),
  flag: (leaf, docs, { context }) => {
    const key = ipvlanKey(leaf.value)
    return key === undefined
      ? context.ledger.imply(leaf, 'it is so where neither `private` nor `vepa` is said')
      : docs.profiles.set('ipvlan', key, yesNo.print(true), leaf)
  },
} satisfies Fields<Ipvlan, Docs, NmAt>
