import type { BridgeDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Bridge } from '../model/network.ts'
import { bridgePort } from './bridge-port.ts'
import { bridgeVlans } from './bridge-vlans.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { inheritedMac } from './mac.ts'
import { madeName } from './names.ts'
import type { Scope } from './scope.ts'
import { otherSpelling } from './spellings.ts'

/** A bridge. */
export function bridge({ id, place, renderer }: Definition<BridgeDescription>, scope: Scope): Bridge {
  const parameters = place.place('parameters')
  return Object.assign(commonLink(id, 'bridge', place, scope), inheritedMac(id, place, scope), bridgeVlans(parameters, scope), {
    kind: 'bridge' as const,
    renderer,
    interface: madeName(id, place, scope.report),
    optional: place.leaf('optional') ?? silent(!scope.references.hasCarrier(id)),
    ports: place.items('interfaces').map(link => bridgePort(link, place, parameters, scope)),
    // netplan writes STP= as soon as there are parameters, and its default is true (src/parse.c).
    stp: parameters?.leaf('stp') ?? (parameters === undefined ? silent(false) : new Leaf(true, parameters.emptyOrigin)),
    priority: parameters?.leaf('priority'),
    forwardDelay: parameters?.leaf('forward-delay'),
    helloTime: parameters?.leaf('hello-time'),
    maxAge: parameters?.leaf('max-age'),
    ageingTime: parameters && otherSpelling(parameters, 'ageing-time', 'aging-time', scope),
  })
}
