import type { VrfDescription } from '../description/schema/index.ts'
import { type Leaf, silent } from '../model/leaf.ts'
import type { Vrf } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { commonLink } from './link.ts'
import { madeName } from './names.ts'
import type { Scope } from './scope.ts'

/** A VRF. */
export function vrf({ id, place, renderer }: Definition<VrfDescription>, scope: Scope): Vrf {
  const table = place.required('table')
  const own = commonLink(id, 'vrf', place, scope)
  return {
    kind: 'vrf',
    ...own,
    renderer,
    interface: madeName(id, place, scope.report),
    macFrom: undefined,
    optional: place.leaf('optional') ?? silent(false),
    routes: own.routes.map(route => ({ ...route, table: ofVrf(route.table, table, id, scope) })),
    rules: own.rules.map(rule => ({ ...rule, table: ofVrf(rule.table, table, id, scope) })),
    table,
    members: place.items('interfaces'),
  }
}

/** A route or a rule of the VRF is about its table. */
const ofVrf = (said: Leaf<number> | undefined, table: Leaf<number>, id: string, { report }: Scope): Leaf<number> => {
  const [path] = said?.origins ?? []
  if (said !== undefined && path !== undefined && said.value !== table.value)
    report.add('other-table', { id, own: table.value, other: said.value }, { place: { path } })
  return said ?? table
}
