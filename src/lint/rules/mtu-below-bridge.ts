import { placeOf, relatedTo } from '../place.ts'
import { portsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** What the kernel gives to Ethernet-like devices (net/ethernet/eth.c, ether_setup). */
const kernelDefault = 1500

/**
 * A bridge whose MTU is set no longer follows its ports (net/bridge/br_if.c, br_mtu_auto_adjust), and a frame that is too large for the
 * port it shall leave by is dropped without a word (br_forward.c, is_skb_forwardable): small packets pass, large ones vanish.
 */
export const mtuBelowBridge: Rule = (network, report) => {
  for (const { bridge, port, link } of portsOf(network)) {
    const mtu = link.mtu?.value ?? kernelDefault
    if (bridge.mtu === undefined || mtu >= bridge.mtu.value) continue
    const params = { port: link.id, mtu, written: link.mtu !== undefined, bridge: bridge.id, bridgeMtu: bridge.mtu.value }
    const related = relatedTo(bridge.mtu, `${bridge.id} has an MTU of ${bridge.mtu.value} here`)
    report.add('mtu-below-bridge', params, { place: placeOf(link.mtu ?? port.link), related })
  }
}
