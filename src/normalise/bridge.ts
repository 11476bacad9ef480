import type { BridgeDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Bridge } from '../model/network.ts'
import { bridgePort } from './bridge-port.ts'
import { bridgeVlans } from './bridge-vlans.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { inheritedMac } from './mac.ts'
import { madeName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A bridge. */
export function bridge({ id, place, renderer }: Definition<BridgeDescription>, scope: Scope): Bridge {
  const parameters = place.place('parameters')
  const [ageing, aging] = [parameters?.leaf('ageing-time'), parameters?.leaf('aging-time')]
  if (ageing !== undefined && aging !== undefined) scope.noEffect(aging, 'ageing-time, its other spelling, is there too')
  return {
    kind: 'bridge',
    ...commonLink(id, 'bridge', place, scope),
    ...inheritedMac(id, place, scope),
    renderer,
    interface: madeName(id, place, scope.report),
    optional: place.leaf('optional') ?? silent(!scope.references.standsOnNic(id)),
    ports: place.items('interfaces').map(link => bridgePort(link, place, scope)),
    // netplan writes STP= as soon as there are parameters, and its default is true (src/parse.c).
    stp: parameters?.leaf('stp') ?? (parameters === undefined ? silent(false) : new Leaf(true, emptyOrigin(parameters))),
    priority: parameters?.leaf('priority'),
    forwardDelay: parameters?.leaf('forward-delay'),
    helloTime: parameters?.leaf('hello-time'),
    maxAge: parameters?.leaf('max-age'),
    ageingTime: ageing ?? aging,
    ...bridgeVlans(parameters, scope),
  }
}

/** `parameters: {}` says something: STP on. */
const emptyOrigin = (parameters: Place<object>) => (Object.keys(parameters.value).length === 0 ? [parameters.path] : [])
