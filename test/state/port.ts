import type { Link, Network } from '../../src/model/network.ts'
import { expectLeaf, expectValue, nameOf } from './described.ts'
import type { KernelLink } from './kernel-state.ts'

/** What a device is as a port of another. */
export const portOf = (link: Link, kernel: KernelLink, network: Network): readonly string[] => {
  const controller = network.links.find(l => l.id === (link.controller ?? link.vrf))
  if (controller === undefined) return kernel.master === undefined ? [] : [`is a port of ${kernel.master}`]
  const own = expectValue('its controller', nameOf(network, controller.id), kernel.master)
  const port = controller.kind === 'bridge' ? controller.ports.find(p => p.link.value === link.id) : undefined
  if (port === undefined) return own
  const data = kernel.linkinfo?.info_slave_data
  return [
    ...own,
    ...expectLeaf('path cost', port.pathCost, data?.cost),
    ...expectLeaf('port priority', port.priority, data?.priority),
    ...expectLeaf('hairpin', port.hairpin, data?.hairpin),
    ...expectLeaf('learning', port.learning, data?.learning),
    ...expectLeaf('isolated', port.isolated, data?.isolated),
    ...expectLeaf('neighbour suppression', port.neighSuppress, data?.neigh_suppress),
  ]
}
