import type { Step } from '../../diagnostics/fix.ts'
import { placeOf } from '../place.ts'
import { bondsOf } from '../ports.ts'
import type { Rule } from '../rule.ts'

/**
 * Without a monitor a port whose cable is out goes on being used: the driver learns of the carrier only when it asks
 * (Documentation/networking/bonding.rst, "It is critical that either the miimon or arp_interval …").
 */
export const bondUnwatched: Rule = (network, report) => {
  for (const { id, ports, mode, miiMonitor, arpInterval, interface: name } of bondsOf(network)) {
    const watched = [miiMonitor, arpInterval].some(interval => (interval?.value ?? 0) > 0)
    if (!watched && ports.length > 0)
      report.add('bond-unwatched', { bond: id, mode: mode.value }, { place: placeOf(name ?? mode), fix: [watch(id)] })
  }
}

const watch = (id: string): Step => ({ do: 'set', path: ['bonds', id, 'parameters', 'mii-monitor-interval'], value: '100' })
