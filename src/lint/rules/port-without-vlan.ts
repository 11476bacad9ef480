import { placeOf } from '../place.ts'
import { portsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** A port that is in no VLAN passes nothing. */
export const portWithoutVlan: Rule = (network, report) => {
  for (const { bridge, port } of portsOf(network))
    if (bridge.vlanDefaultPvid?.value === 0 && port.vlans.length === 0)
      report.add('port-without-vlan', { port: port.link.value, bridge: bridge.id }, { place: placeOf(port.link) })
}
