import type { IpvlanDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Ipvlan } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Scope } from './scope.ts'

/** An ipvlan on another device. */
export const ipvlan = ({ id, place, renderer }: Definition<IpvlanDescription>, scope: Scope): Ipvlan => ({
  kind: 'ipvlan',
  ...commonLink(id, 'ipvlan', place, scope),
  renderer,
  interface: madeName(id, place, scope.report),
  macFrom: undefined,
  optional: place.leaf('optional') ?? silent(!scope.references.hasCarrier(id)),
  parent: scope.references.parent(place),
  mode: place.leaf('mode') ?? silent('l2'),
  flag: place.leaf('flag') ?? silent('bridge'),
})
