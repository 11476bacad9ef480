import type { Common, VlanDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Vlan } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A VLAN on another device. */
export const vlan = ({ id, place, renderer }: Definition<VlanDescription>, scope: Scope): Vlan => ({
  kind: 'vlan',
  ...commonLink(id, 'vlan', place as unknown as Place<Common>, scope),
  renderer,
  interface: madeName(id, place, scope.report),
  macFrom: undefined,
  optional: place.leaf('optional') ?? silent(!scope.references.hasCarrier(id)),
  parent: scope.references.parent(place),
  tag: place.required('id'),
  protocol: place.leaf('protocol')?.map(name => (name === '802.1ad' ? name : '802.1Q')) ?? silent('802.1Q'),
})
