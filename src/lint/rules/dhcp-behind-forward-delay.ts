import { placeOf, relatedTo } from '../place.ts'
import { bridgesOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/** The kernel's default (net/bridge/br_device.c, br_dev_setup), and the least it takes with STP (br_private_stp.h). */
const [kernelDefault, least] = [15, 2]

/**
 * With STP a port listens for the forward delay, then learns for as long, and passes nothing meanwhile (net/bridge/br_stp_timer.c). With
 * the kernel's 15 seconds the first requests of every DHCP client are dropped, and some clients and the boot give up before the 30
 * seconds are over. Without STP a port forwards at once (br_stp.c, br_make_forwarding), whatever the delay.
 */
export const dhcpBehindForwardDelay: Rule = (network, report) => {
  for (const bridge of bridgesOf(network)) {
    const dhcp = [bridge.dhcp4, bridge.dhcp6].find(leaf => leaf.value)
    const delay = bridge.forwardDelay?.value ?? kernelDefault
    if (dhcp === undefined || !bridge.stp.value || bridge.ports.length === 0 || delay <= least) continue
    const related = [...relatedTo(bridge.stp, 'STP is on here'), ...relatedTo(bridge.forwardDelay, 'the forward delay is set here')]
    report.add('dhcp-behind-forward-delay', { bridge: bridge.id, delay }, { place: placeOf(dhcp), related })
  }
}
