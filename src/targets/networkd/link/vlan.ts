import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, word } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { standsOn } from '../stands-on.ts'
import { common } from './common.ts'

export const vlan = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  parent: standsOn('VLAN'),
  tag: netdev('VLAN', 'Id', integer),
  protocol: written((leaf, docs) => docs.netdev.section('VLAN').set('Protocol', text('ini', leaf.value.toLowerCase()), leaf)),
} satisfies Fields<Vlan, Docs, NetworkdAt>
