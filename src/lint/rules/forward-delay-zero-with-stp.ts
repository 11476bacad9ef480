import { placeOf, relatedTo } from '../place.ts'
import { bridgesOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * With STP the kernel wants a forward delay of at least 2 seconds. A bridge that runs already refuses less with ERANGE (net/bridge/br_stp.c,
 * br_set_forward_delay); one that is made with less gets 2 as soon as STP starts (br_stp_if.c, br_stp_start). Never is it nought.
 */
export const forwardDelayZeroWithStp: Rule = (network, report) => {
  for (const { id, stp, forwardDelay } of bridgesOf(network)) {
    if (!stp.value || forwardDelay === undefined || forwardDelay.value >= 2) continue
    const related = relatedTo(stp, 'STP is on here')
    report.add('forward-delay-zero-with-stp', { bridge: id, delay: forwardDelay.value }, { place: placeOf(forwardDelay), related })
  }
}
