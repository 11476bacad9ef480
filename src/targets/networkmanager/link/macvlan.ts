import type { Macvlan, Macvtap } from '../../../model/network.ts'
import { implied } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import type { NmAt } from '../handlers.ts'
import { parent } from '../parent.ts'
import { macvlanNumber } from '../stacked-modes.ts'
import { common } from './common.ts'

export const macvlan = {
  ...common,
  parent: parent('macvlan'),
  mode: (leaf, docs) => docs.profiles.set('macvlan', 'mode', text('keyfile', macvlanNumber(leaf.value)), leaf),
  sourceMacs: implied('there are some in mode `source` alone, which is lost'),
} satisfies Fields<Macvlan, Docs, NmAt>

export const macvtap = {
  ...macvlan,
  owner: (leaf, docs) => docs.side.tapAccount('owner', leaf),
  group: (leaf, docs) => docs.side.tapAccount('group', leaf),
} satisfies Fields<Macvtap, Docs, NmAt>
