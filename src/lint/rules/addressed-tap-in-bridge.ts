import { placeOf, relatedTo } from '../place.ts'
import { portsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * A TAP is either a port, and the bridge has the address, or it is routed and has one itself. With both, the guest's frames go to the
 * bridge (net/bridge/br_input.c, br_handle_frame) and the address of the TAP answers nobody.
 */
export const addressedTapInBridge: Rule = (network, report) => {
  for (const { bridge, port, link } of portsOf(network)) {
    const address = link.addresses[0]?.address
    if (link.kind !== 'tap' || address === undefined) continue
    const params = { tap: link.id, address: address.value.text, bridge: bridge.id }
    const related = relatedTo(port.link, `${link.id} is a port of ${bridge.id} here`)
    report.add('addressed-tap-in-bridge', params, { place: placeOf(address), related })
  }
}
