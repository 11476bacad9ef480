import type { BridgeDescription } from '../description/schema/index.ts'
import { type Leaf, silent } from '../model/leaf.ts'
import type { Bridge, VlanRange } from '../model/network.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

export type Parameters = Place<NonNullable<BridgeDescription['parameters']>> | undefined
type Vlans = readonly Leaf<VlanRange>[]

/** Whether the bridge looks at the tags of packets. */
const filters = (parameters: Parameters): boolean => parameters?.value['vlan-filtering'] === true

/** The VLANs of a VLAN-aware bridge itself. */
export function bridgeVlans(parameters: Parameters, scope: Scope): Pick<Bridge, 'vlanFiltering' | 'vlanDefaultPvid' | 'vlans'> {
  const [vlanFiltering, defaultPvid] = [parameters?.leaf('vlan-filtering'), parameters?.leaf('vlan-default-pvid')]
  const vlans = parameters?.items('vlans') ?? []
  if (!filters(parameters)) {
    tellUnfiltered([...(defaultPvid === undefined ? [] : [defaultPvid]), ...vlans], vlanFiltering, scope)
    return { vlanFiltering, vlanDefaultPvid: undefined, vlans: [] }
  }
  refuseClashes(vlans, scope)
  return { vlanFiltering, vlanDefaultPvid: defaultPvid ?? silent(1), vlans }
}

/** The VLANs of a port. */
export function portVlans(port: string, parameters: Parameters, scope: Scope): Vlans {
  const vlans = parameters?.place('port-vlans')?.items(port) ?? []
  if (filters(parameters)) refuseClashes(vlans, scope)
  else tellUnfiltered(vlans, parameters?.leaf('vlan-filtering'), scope)
  return filters(parameters) ? vlans : []
}

/** A bridge that passes everything where somebody told VLANs apart is a mistake, unless filtering is switched off in so many words. */
function tellUnfiltered(leaves: readonly Leaf<unknown>[], off: Leaf<boolean> | undefined, scope: Scope): void {
  const [first] = leaves
  const [path] = first?.origins ?? []
  if (off === undefined && path !== undefined) scope.report.add('vlans-without-filtering', {}, { place: { path } })
  for (const leaf of leaves) if (off !== undefined) scope.noEffect(leaf, '`vlan-filtering` is off, so the bridge passes over tags')
}

function refuseClashes(vlans: Vlans, scope: Scope): void {
  for (const [i, leaf] of vlans.entries()) {
    const before = vlans.slice(0, i)
    const twin = before.find(({ value }) => value.first <= leaf.value.last && leaf.value.first <= value.last)
    const pvid = leaf.value.pvid ? before.find(({ value }) => value.pvid) : undefined
    if (twin !== undefined)
      scope.report.add('vlan-twice', { id: Math.max(twin.value.first, leaf.value.first) }, at(leaf, twin, 'it is here'))
    if (pvid !== undefined) scope.report.add('two-pvids', {}, at(leaf, pvid, 'the first one'))
  }
}

const at = (leaf: Leaf<unknown>, other: Leaf<unknown>, message: string) => ({
  place: { path: leaf.origins[0] ?? [] },
  related: [{ message, place: { path: other.origins[0] ?? [] } }],
})
