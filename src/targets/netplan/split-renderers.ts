import { isOvs, type Link, lowerOf, rendererOf } from '../../model/network.ts'
import { perNetwork } from '../../model/per-network.ts'
import type { NetplanContext } from './documents.ts'

/**
 * netplan writes a device for its own renderer, whatever the renderer of the one that it belongs to: networkd finds no bridge to put its port into, and
 * NetworkManager no port. Of what is made on another device, networkd makes what that one's .network file names, and it has none of NetworkManager's;
 * NetworkManager makes it on any device.
 */
export function tellSplit(link: Link, context: NetplanContext): void {
  if (isOvs(link)) return
  for (const id of namesOf(link, context)) {
    const other = context.link(id)
    const [renderer, otherRenderer] = [rendererOf(link, context.network), rendererOf(other, context.network)]
    if (renderer !== otherRenderer && !isOvs(other))
      context.note('split-renderers', { target: context.spelling.text, link: link.id, renderer, other: id, otherRenderer }, link)
  }
}

/** The VLANs and VXLANs that networkd makes, by what they are made on. */
const madeByNetworkd = perNetwork(network => {
  const made = new Map<string, string[]>()
  for (const upper of network.links)
    if ((upper.kind === 'vlan' || upper.kind === 'vxlan') && rendererOf(upper, network) === 'networkd')
      for (const lower of lowerOf(upper))
        made
          .set(lower, made.get(lower) ?? [])
          .get(lower)
          ?.push(upper.id)
  return made
})

/** The ids of the devices whose renderer has to be the link's own: its bridge, its bond, its VRF, the devices that networkd makes on it. */
const namesOf = (link: Link, { network }: NetplanContext): readonly string[] => {
  return [link.controller, link.vrf, ...(madeByNetworkd(network).get(link.id) ?? [])].filter(id => id !== undefined)
}
