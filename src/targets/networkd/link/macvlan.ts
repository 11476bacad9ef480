import type { Macvlan, Macvtap } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { standsOn } from '../stands-on.ts'
import { common } from './common.ts'

export const macvlan = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  parent: standsOn('MACVLAN'),
  mode: netdev('MACVLAN', 'Mode', word),
  sourceMacs: (leaf, docs) => docs.netdev.section('MACVLAN').add('SourceMACAddress', word.print(leaf.value), leaf),
} satisfies Fields<Macvlan, Docs, NetworkdAt>

/** systemd issue 28246: it can't say who may open the character device. */
export const macvtap = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  parent: standsOn('MACVTAP'),
  mode: netdev('MACVTAP', 'Mode', word),
  sourceMacs: (leaf, docs) => docs.netdev.section('MACVTAP').add('SourceMACAddress', word.print(leaf.value), leaf),
  owner: (leaf, docs) => docs.side.tapAccount('owner', leaf),
  group: (leaf, docs) => docs.side.tapAccount('group', leaf),
} satisfies Fields<Macvtap, Docs, NetworkdAt>
