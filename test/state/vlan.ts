import type { Network, Vlan } from '../../src/model/network.ts'
import { expectLeaf, expectValue, nameOf } from './described.ts'
import type { KernelLink } from './kernel-state.ts'

export const vlanOf = (vlan: Vlan, kernel: KernelLink, network: Network): readonly string[] => [
  ...expectValue('kind', 'vlan', kernel.linkinfo?.info_kind),
  ...expectLeaf('device below', vlan.parent, kernel.link, id => nameOf(network, id)),
  ...expectLeaf('tag', vlan.tag, kernel.linkinfo?.info_data?.id),
  ...expectLeaf('protocol', vlan.protocol, kernel.linkinfo?.info_data?.protocol),
]
