import type { BridgeDescription } from '../description/schema/index.ts'
import { Leaf } from '../model/leaf.ts'
import type { BridgePort } from '../model/network.ts'
import { type Parameters, portVlans } from './bridge-vlans.ts'
import type { Place } from './place.ts'
import type { PortDescription } from './references.ts'
import type { Scope } from './scope.ts'

/** A port: what its bridge says of it, and what it says of itself. */
export function bridgePort(link: Leaf<string>, place: Place<BridgeDescription>, parameters: Parameters, scope: Scope): BridgePort {
  const own = scope.references.asPort(link.value)
  return {
    link,
    pathCost: perPort(link, 'path-cost', place),
    priority: perPort(link, 'port-priority', place),
    hairpin: own?.leaf('hairpin'),
    neighSuppress: own?.leaf('neigh-suppress'),
    learning: own?.leaf('port-mac-learning'),
    isolated: own?.leaf('port-isolated'),
    vlans: portVlans(link.value, parameters, scope),
  }
}

const perPort = (port: Leaf<string>, key: 'path-cost' | 'port-priority', place: Place<BridgeDescription>): Leaf<number> | undefined => {
  const value = place.value.parameters?.[key]?.[port.value]
  return value === undefined ? undefined : new Leaf(value, [place.at('parameters', key, port.value)])
}

const ofPorts = ['hairpin', 'neigh-suppress', 'port-mac-learning', 'port-isolated'] as const

/** Tells that such keys do nothing at a device that is no port of a bridge that the kernel makes. */
export function tellNoPort(id: string, place: Place<PortDescription>, scope: Scope): void {
  if (ofPorts.every(key => place.value[key] === undefined)) return
  const controller = scope.controllers.get(id)
  if (controller !== undefined && scope.references.typeOf(controller) === 'bridges' && !scope.references.isOvs(controller)) return
  for (const key of ofPorts) {
    const leaf = place.leaf(key)
    if (leaf !== undefined) scope.noEffect(leaf, `${id} is no port of a bridge`)
  }
}
