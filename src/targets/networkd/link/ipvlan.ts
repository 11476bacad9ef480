import type { Ipvlan } from '../../../model/network.ts'
import { macOfLower } from '../../mac-of-lower.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { standsOn } from '../stands-on.ts'
import { common } from './common.ts'

export const ipvlan = {
  ...common,
  ...macOfLower<Docs, undefined>(),
  parent: standsOn('IPVLAN'),
  mode: (leaf, docs) => docs.netdev.section('IPVLAN').set('Mode', text('ini', leaf.value.toUpperCase()), leaf),
  flag: netdev('IPVLAN', 'Flags', word),
} satisfies Fields<Ipvlan, Docs, NetworkdAt>
