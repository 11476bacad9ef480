import type { VrfDescription } from '../description/schema/index.ts'
import { suggest } from '../description/suggest.ts'
import type { Report } from '../diagnostics/report.ts'
import type { Leaf } from '../model/leaf.ts'
import type { Definition, Definitions } from './definitions.ts'
import type { References } from './references.ts'

/** What a device is told of the VRF that it is in. */
export interface Membership {
  readonly vrf: string
  readonly table: number
}

/** The VRF of each of its members, by their ids. Reports members that can't be. */
export function vrfsOf(
  definitions: Definitions,
  references: References,
  controllers: ReadonlyMap<string, string>,
  report: Report,
): ReadonlyMap<string, Membership> {
  const found = new Map<string, Membership>()
  for (const vrf of definitions.of('vrfs'))
    for (const member of vrf.place.items('interfaces'))
      if (canBe(member, vrf, { references, controllers, found, report }))
        found.set(member.value, { vrf: vrf.id, table: vrf.place.value.table })
  return found
}

interface Known {
  readonly references: References
  readonly controllers: ReadonlyMap<string, string>
  readonly found: ReadonlyMap<string, Membership>
  readonly report: Report
}

/** Reports why the device can't be in the VRF. */
const canBe = (member: Leaf<string>, { id: vrf }: Definition<VrfDescription>, known: Known): boolean => {
  const { references, controllers, found, report } = known
  const id = member.value
  const at = { place: { path: member.origins[0] ?? [] } }
  const [controller, first] = [controllers.get(id), found.get(id)?.vrf]
  if (references.typeOf(id) === undefined)
    report.add('undefined-port', { port: id, controller: vrf, suggestion: similar(id, vrf, references) }, at)
  else if (references.typeOf(id) === 'vrfs') report.add('vrf-in-vrf', { id, vrf }, at)
  else if (first !== undefined && first !== vrf) report.add('two-vrfs', { id, first, second: vrf }, at)
  else if (controller !== undefined) report.add('port-in-vrf', { id, controller, vrf }, at)
  else return true
  return false
}

const similar = (id: string, vrf: string, { ids }: References): string | undefined =>
  suggest(
    id,
    ids.filter(other => other !== vrf),
  )
