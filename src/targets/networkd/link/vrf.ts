import type { Vrf } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { integer, word } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { common } from './common.ts'

export const vrf = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  table: netdev('VRF', 'Table', integer),
  // Each member says whose it is.
  members: (leaf, _docs, { link, context }) =>
    context
      .docs(leaf.value)
      .network.section('Network')
      .set('VRF', word.print(link.interface?.value ?? link.id), leaf),
} satisfies Fields<Vrf, Docs, NetworkdAt>
