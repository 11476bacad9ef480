import type { Common, VlanDescription } from '../description/schema/index.ts'
import { type Leaf, silent } from '../model/leaf.ts'
import type { LooseVlan, Vlan } from '../model/network.ts'
import { refusedName } from '../model/refused-name.ts'
import type { Definition } from './definitions.ts'
import { madeLink } from './made-link.ts'
import type { Scope } from './scope.ts'

/** A VLAN on another device. */
export const vlan = (definition: Definition<VlanDescription>, scope: Scope): Vlan | LooseVlan => {
  const { place } = definition
  const link = place.required('link')
  return isLoose(definition, link, scope)
    ? Object.assign(made('loose-vlan', definition, scope, false), { parent: link })
    : Object.assign(made('vlan', definition, scope, !scope.references.hasCarrier(definition.id)), {
        parent: scope.references.parent(place),
      })
}

const made = <K extends 'vlan' | 'loose-vlan'>(kind: K, definition: Definition<VlanDescription>, scope: Scope, optional: boolean) =>
  Object.assign(madeLink(kind, definition as unknown as Definition<Common>, scope, optional), {
    tag: definition.place.required('id'),
    protocol: definition.place.leaf('protocol')?.map(name => (name === '802.1ad' ? name : '802.1Q')) ?? silent('802.1Q' as const),
  })

/** netplan asks for no definition of what NetworkManager makes a VLAN on (its src/parse.c, process_missing_ids). */
const isLoose = ({ id }: Definition<VlanDescription>, link: Leaf<string>, { references }: Scope): boolean =>
  references.typeOf(link.value) === undefined && references.rendererOf(id) === 'NetworkManager' && refusedName(link.value) === undefined
