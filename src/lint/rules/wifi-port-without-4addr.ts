import { placeOf, relatedTo } from '../place.ts'
import { portsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * A station's frames carry three addresses, so the access point would drop those of the guests behind it. The kernel therefore marks a
 * station without 4-address mode as not to be bridged (net/wireless/core.c, IFF_DONT_BRIDGE), and adding it to a bridge fails with
 * EOPNOTSUPP (net/bridge/br_if.c, br_add_if).
 */
export const wifiPortWithout4addr: Rule = (network, report) => {
  for (const { bridge, port, link } of portsOf(network)) {
    if (link.kind !== 'wifi' || link.fourAddress?.value === true) continue
    const related = relatedTo(link.fourAddress, '4addr is switched off here')
    report.add('wifi-port-without-4addr', { wifi: link.id, bridge: bridge.id }, { place: placeOf(port.link), related })
  }
}
