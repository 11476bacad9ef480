import type { IpvlanDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Ipvlan } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { madeLink } from './made-link.ts'
import type { Scope } from './scope.ts'

/** An ipvlan on another device. */
export const ipvlan = (definition: Definition<IpvlanDescription>, scope: Scope): Ipvlan =>
  Object.assign(madeLink('ipvlan', definition, scope, !scope.references.hasCarrier(definition.id)), {
    parent: scope.references.parent(definition.place),
    mode: definition.place.leaf('mode') ?? silent('l2' as const),
    flag: definition.place.leaf('flag') ?? silent('bridge' as const),
  })
