import type { MacvlanDescription, MacvtapDescription } from '../description/schema/index.ts'
import { silent } from '../model/leaf.ts'
import type { Macvlan, Macvtap } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { madeLink } from './made-link.ts'
import type { Scope } from './scope.ts'

/** A macvlan on another device. */
export const macvlan = (definition: Definition<MacvlanDescription>, scope: Scope): Macvlan =>
  onDevice('macvlan', definition, scope, !scope.references.hasCarrier(definition.id))

/** A macvtap, which the boot does not wait for: what comes in by it is for a program. */
export const macvtap = (definition: Definition<MacvtapDescription>, scope: Scope): Macvtap =>
  Object.assign(onDevice('macvtap', definition, scope, true), {
    owner: definition.place.leaf('owner'),
    group: definition.place.leaf('group'),
  })

const onDevice = <K extends 'macvlan' | 'macvtap'>(
  kind: K,
  definition: Definition<MacvlanDescription>,
  scope: Scope,
  optional: boolean,
) => {
  const { place } = definition
  const mode = place.leaf('mode') ?? silent('bridge' as const)
  const sources = place.items('source-macaddresses')
  if (mode.value !== 'source') for (const leaf of sources) scope.noEffect(leaf, 'only in mode `source` is anybody kept out by the MAC')
  return Object.assign(madeLink(kind, definition, scope, optional), {
    parent: scope.references.parent(place),
    mode,
    sourceMacs: mode.value === 'source' ? sources : [],
  })
}
