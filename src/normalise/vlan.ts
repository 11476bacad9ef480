import type { Common, VlanDescription } from '../description/schema/index.ts'
import { type Leaf, silent } from '../model/leaf.ts'
import type { LooseVlan, Vlan } from '../model/network.ts'
import { refusedName } from '../model/refused-name.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** A VLAN on another device. */
export const vlan = (definition: Definition<VlanDescription>, scope: Scope): Vlan | LooseVlan => {
  const { place } = definition
  const link = place.required('link')
  return isLoose(definition, link, scope)
    ? { kind: 'loose-vlan', ...made(definition, 'loose-vlan', scope), optional: place.leaf('optional') ?? silent(false), parent: link }
    : { kind: 'vlan', ...made(definition, 'vlan', scope), parent: scope.references.parent(place) }
}

const made = ({ id, place, renderer }: Definition<VlanDescription>, kind: 'vlan' | 'loose-vlan', scope: Scope) => ({
  ...commonLink(id, kind, place as unknown as Place<Common>, scope),
  renderer,
  interface: madeName(id, place, scope.report),
  macFrom: undefined,
  optional: place.leaf('optional') ?? silent(!scope.references.hasCarrier(id)),
  tag: place.required('id'),
  protocol: place.leaf('protocol')?.map(name => (name === '802.1ad' ? name : '802.1Q')) ?? silent('802.1Q' as const),
})

/** netplan asks for no definition of what NetworkManager makes a VLAN on (its src/parse.c, process_missing_ids). */
const isLoose = ({ id }: Definition<VlanDescription>, link: Leaf<string>, { references }: Scope): boolean =>
  references.typeOf(link.value) === undefined && references.rendererOf(id) === 'NetworkManager' && refusedName(link.value) === undefined
