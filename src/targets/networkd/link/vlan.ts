import type { Vlan } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, word } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { common } from './common.ts'

export const vlan = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  // The device below says what stands on it.
  parent: (leaf, _docs, { link, context }) =>
    context
      .docs(leaf.value)
      .network.section('Network')
      .add('VLAN', word.print(link.interface?.value ?? link.id), leaf),
  tag: netdev('VLAN', 'Id', integer),
  protocol: written((leaf, docs) => docs.netdev.section('VLAN').set('Protocol', text('ini', leaf.value.toLowerCase()), leaf)),
} satisfies Fields<Vlan, Docs, NetworkdAt>
