import type { Report } from '../../diagnostics/report.ts'
import type { Leaf } from '../../model/leaf.ts'
import type { Bridge } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import { bridgesOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * The kernel refuses a hello time and a maximum age that IEEE 802.1D does not allow, even with STP off, and with STP on a forward delay
 * (net/bridge/br_stp.c, br_private_stp.h: ERANGE). systemd-networkd sends all parameters in one message, so one bad value costs the bridge.
 * A forward delay that is too large is cut down to 30 seconds when STP starts, so that one is a warning. Too small is NG4012's business.
 */
export const bridgeTimeOutOfRange: Rule = (network, report) => {
  for (const bridge of bridgesOf(network)) {
    refuse(bridge.helloTime, { bridge, key: 'hello-time', least: 1, most: 10 }, report)
    refuse(bridge.maxAge, { bridge, key: 'max-age', least: 6, most: 40 }, report)
    if (bridge.stp.value) refuse(bridge.forwardDelay, { bridge, key: 'forward-delay', least: 0, most: 30 }, report)
  }
}

interface Limits {
  readonly bridge: Bridge
  readonly key: string
  readonly least: number
  readonly most: number
}

const refuse = (time: Leaf<number> | undefined, { bridge, key, least, most }: Limits, report: Report): void => {
  if (time === undefined || (time.value >= least && time.value <= most)) return
  const params = { bridge: bridge.id, key, value: time.value, least: key === 'forward-delay' ? 2 : least, most }
  report.add('bridge-time-out-of-range', params, { place: placeOf(time), severity: key === 'forward-delay' ? 'warning' : 'error' })
}
