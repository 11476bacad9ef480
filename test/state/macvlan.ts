import type { Ipvlan, Macvlan, Macvtap, Network } from '../../src/model/network.ts'
import { expectLeaf, expectValue, nameOf } from './described.ts'
import type { KernelLink } from './kernel-state.ts'

/** Macvlans, macvtaps and ipvlans. */
export const macvlanOf = (link: Macvlan | Macvtap | Ipvlan, kernel: KernelLink, network: Network): readonly string[] => [
  ...expectValue('kind', link.kind, kernel.linkinfo?.info_kind),
  ...expectLeaf('device below', link.parent, kernel.link, id => nameOf(network, id)),
  ...expectLeaf<string>('mode', link.mode, kernel.linkinfo?.info_data?.mode),
  ...(link.kind === 'ipvlan' ? expectLeaf('flag', link.flag, true, flag => kernel.linkinfo?.info_data?.[flag]) : sourcesOf(link, kernel)),
]

const sourcesOf = ({ sourceMacs }: Macvlan | Macvtap, kernel: KernelLink): readonly string[] => {
  const found = kernel.linkinfo?.info_data?.macaddr_data
  const text = (macs: readonly unknown[]): string => macs.map(String).sort().join(' ')
  return expectValue(
    'MACs that it hears',
    text(sourceMacs.map(({ value }) => value.toLowerCase())),
    text(Array.isArray(found) ? found : []),
  )
}
