import { hasMac } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** The kernel makes such a VLAN, and its tagged packets are none that the device below knows. */
export const vlanOfPackets: Rule = (network, report) => {
  const frameless = new Set(network.links.filter(link => !hasMac(link)).map(({ id }) => id))
  for (const link of network.links)
    if (link.kind === 'vlan' && frameless.has(link.parent.value))
      report.add('vlan-of-packets', { vlan: link.id, lower: link.parent.value }, { place: placeOf(link.parent) })
}
