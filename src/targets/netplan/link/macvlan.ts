import type { Macvlan, MacvlanMode, Macvtap } from '../../../model/network.ts'
import { macvlanNumber } from '../../networkmanager/stacked-modes.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { byRenderer, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { standsOn } from '../stands-on.ts'
import { common } from './common.ts'

type Section = 'MACVLAN' | 'MACVTAP'

const mode = (section: Section): NetplanHandler<MacvlanMode> =>
  byRenderer(
    (leaf, { netdev }) => netdev.section(section).set('Mode', text('ini', leaf.value), leaf),
    passthrough('macvlan.mode', macvlanNumber),
  )

/** Only networkd makes one in mode `source` (impossible.ts). */
const sourceMac =
  (section: Section): NetplanHandler<string> =>
  (leaf, { netdev }) =>
    netdev.section(section).add('SourceMACAddress', text('ini', leaf.value), leaf)

export const macvlan = {
  ...common,
  parent: standsOn('MACVLAN'),
  mode: mode('MACVLAN'),
  sourceMacs: sourceMac('MACVLAN'),
} satisfies Fields<Macvlan, Docs, NetplanAt>

export const macvtap = {
  ...common,
  parent: standsOn('MACVTAP'),
  mode: mode('MACVTAP'),
  sourceMacs: sourceMac('MACVTAP'),
  owner: (leaf, docs) => docs.side.tapAccount('owner', leaf),
  group: (leaf, docs) => docs.side.tapAccount('group', leaf),
} satisfies Fields<Macvtap, Docs, NetplanAt>
