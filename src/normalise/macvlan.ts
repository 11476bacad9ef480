import type { MacvlanDescription, MacvtapDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { LinkBase, Macvlan, Macvtap } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Scope } from './scope.ts'

/** A macvlan on another device. */
export const macvlan = (definition: Definition<MacvlanDescription>, scope: Scope): Macvlan => ({
  kind: 'macvlan',
  ...onDevice('macvlan', definition, scope),
  optional: definition.place.leaf('optional') ?? silent(!scope.references.hasCarrier(definition.id)),
})

/** A macvtap, which the boot does not wait for: what comes in by it is for a program. */
export const macvtap = (definition: Definition<MacvtapDescription>, scope: Scope): Macvtap => ({
  kind: 'macvtap',
  ...onDevice('macvtap', definition, scope),
  optional: definition.place.leaf('optional') ?? silent(true),
  owner: definition.place.leaf('owner'),
  group: definition.place.leaf('group'),
})

type OnDevice = Omit<LinkBase, 'optional'> & Pick<Macvlan, 'parent' | 'mode' | 'sourceMacs'>

const onDevice = (kind: 'macvlan' | 'macvtap', { id, place, renderer }: Definition<MacvlanDescription>, scope: Scope): OnDevice => {
  const mode = place.leaf('mode') ?? silent('bridge')
  const sources = place.items('source-macaddresses')
  if (mode.value !== 'source') for (const leaf of sources) scope.noEffect(leaf, 'only in mode `source` is anybody kept out by the MAC')
  return {
    ...commonLink(id, kind, place, scope),
    renderer,
    interface: madeName(id, place, scope.report),
    macFrom: undefined,
    parent: scope.references.parent(place),
    mode,
    sourceMacs: mode.value === 'source' ? sources : [],
  }
}
