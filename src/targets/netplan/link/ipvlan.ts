import type { Ipvlan } from '../../../model/network.ts'
import { macOfLower } from '../../mac-of-lower.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs, Root } from '../documents.ts'
import type { NetplanAt } from '../handlers.ts'
import { standsOn } from '../stands-on.ts'
import { common } from './common.ts'

/** networkd's alone (impossible.ts). */
export const ipvlan = {
  ...common,
  ...macOfLower<Docs, Root>(),
  parent: standsOn('IPVLAN'),
  mode: (leaf, { netdev }) => netdev.section('IPVLAN').set('Mode', text('ini', leaf.value.toUpperCase()), leaf),
  flag: (leaf, { netdev }) => netdev.section('IPVLAN').set('Flags', text('ini', leaf.value), leaf),
} satisfies Fields<Ipvlan, Docs, NetplanAt>
