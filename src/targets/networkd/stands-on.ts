import { word } from './format.ts'
import type { NetworkdHandler } from './handlers.ts'

/** The device below says what stands on it. */
export const standsOn =
  (key: 'VLAN' | 'MACVLAN' | 'MACVTAP' | 'IPVLAN' | 'VXLAN'): NetworkdHandler<string> =>
  (leaf, _docs, { link, context }) =>
    context
      .docs(leaf.value)
      .network.section('Network')
      .add(key, word.print(link.interface?.value ?? link.id), leaf)
