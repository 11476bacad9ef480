import type { BondDescription, BridgeDescription } from '../description/schema/index.ts'
import { suggest } from '../description/suggest.ts'
import type { Report } from '../diagnostics/report.ts'
import type { Definition, Definitions } from './definitions.ts'
import type { References } from './references.ts'

type Controller = Definition<BridgeDescription> | Definition<BondDescription>

/** The bridge or bond of each port, by ids. Reports ports that can't be. */
export function controllersOf(definitions: Definitions, references: References, report: Report): ReadonlyMap<string, string> {
  const controllers = new Map<string, string>()
  for (const bond of definitions.of('bonds')) takePorts(bond, controllers, references, report)
  for (const bridge of definitions.of('bridges')) {
    takePorts(bridge, controllers, references, report)
    refuseStrangers(bridge, report)
  }
  return controllers
}

const takePorts = (controller: Controller, controllers: Map<string, string>, references: References, report: Report): void => {
  for (const port of controller.place.items('interfaces')) {
    const at = { place: { path: port.origins[0] ?? [] } }
    const first = controllers.get(port.value)
    references.refuseFilter(port)
    if (references.typeOf(port.value) === 'bridges') report.add('own-port', { bridge: port.value }, at)
    else if (references.typeOf(port.value) === undefined && references.patchOf(port.value) === undefined)
      report.add('undefined-port', missing(port.value, controller.id, references.ids), at)
    else if (first !== undefined && first !== controller.id)
      report.add('port-twice', { port: port.value, first, second: controller.id }, at)
    else controllers.set(port.value, controller.id)
  }
}

const missing = (port: string, controller: string, ids: readonly string[]) => ({
  port,
  controller,
  suggestion: suggest(
    port,
    ids.filter(id => id !== controller),
  ),
})

/** Costs, priorities and VLANs are for the bridge's own ports. */
const refuseStrangers = (bridge: Definition<BridgeDescription>, report: Report): void => {
  const ports = bridge.place.value.interfaces ?? []
  for (const key of ['path-cost', 'port-priority', 'port-vlans'] as const)
    for (const port of Object.keys(bridge.place.value.parameters?.[key] ?? {}))
      if (!ports.includes(port))
        report.add(
          'not-a-port',
          { port, controller: bridge.id, key },
          { place: { path: bridge.place.at('parameters', key, port), key: true } },
        )
}
