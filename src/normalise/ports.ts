import type { BridgeDescription, Description } from '../description/schema/index.ts'
import { suggest } from '../description/suggest.ts'
import type { Report } from '../diagnostics/report.ts'
import { type Definition, definitions } from './definitions.ts'
import type { References } from './references.ts'

/** The bridge of each port, by ids. Reports ports that can't be. */
export function controllersOf(d: Description, references: References, report: Report): ReadonlyMap<string, string> {
  const { ids } = references
  const bridges = definitions(d, 'bridges')
  const bridgeIds = new Set(bridges.map(b => b.id))
  const controllers = new Map<string, string>()
  for (const bridge of bridges) {
    for (const port of bridge.place.items('interfaces')) {
      const at = { place: { path: port.origins[0] ?? [] } }
      const first = controllers.get(port.value)
      if (bridgeIds.has(port.value)) report.add('own-port', { bridge: port.value }, at)
      else if (!ids.includes(port.value)) report.add('undefined-port', missing(port.value, bridge, ids), at)
      else if (first !== undefined && first !== bridge.id)
        report.add('port-in-two-bridges', { port: port.value, first, second: bridge.id }, at)
      else controllers.set(port.value, bridge.id)
    }
    refuseStrangers(bridge, report)
  }
  return controllers
}

const missing = (port: string, bridge: Definition<BridgeDescription>, ids: readonly string[]) => ({
  port,
  bridge: bridge.id,
  suggestion: suggest(
    port,
    ids.filter(id => id !== bridge.id),
  ),
})

/** Costs, priorities and VLANs are for the bridge's own ports. */
const refuseStrangers = (bridge: Definition<BridgeDescription>, report: Report): void => {
  const ports = bridge.place.value.interfaces ?? []
  for (const key of ['path-cost', 'port-priority', 'port-vlans'] as const)
    for (const port of Object.keys(bridge.place.value.parameters?.[key] ?? {}))
      if (!ports.includes(port))
        report.add('not-a-port', { port, bridge: bridge.id, key }, { place: { path: bridge.place.at('parameters', key, port), key: true } })
}
