import type { EthernetDescription, VlanDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { Ethernet, VirtualFunctions, VlanFilter } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { idleBut } from './idle-keys.ts'
import type { Scope } from './scope.ts'

type Nic = Definition<EthernetDescription>
type Sriov = Pick<Ethernet, 'physicalFunction' | 'vlanFilter' | 'virtualFunctions'>

/** Virtual functions: what a NIC says of its own, and what it says as one of them. */
export const sriov = (nic: Nic, scope: Scope): Sriov => {
  const physicalFunction = physicalOf(nic, scope)
  return {
    physicalFunction,
    vlanFilter: physicalFunction && filterOf(nic.id, scope),
    virtualFunctions: functionsOf(nic, scope),
  }
}

const physicalOf = ({ place }: Nic, scope: Scope): Leaf<string> | undefined => {
  const link = place.leaf('link')
  if (link === undefined) return undefined
  scope.references.refuseUndefined(link)
  const type = scope.references.typeOf(link.value)
  if (type !== undefined && type !== 'ethernets')
    scope.report.add('no-physical-function', { id: link.value, type }, { place: { path: place.at('link') } })
  return link
}

const functionsOf = ({ id, place }: Nic, scope: Scope): VirtualFunctions | undefined => {
  const defined = scope.references.functionsOf(id)
  const [written, switchMode] = [place.leaf('virtual-function-count'), place.leaf('embedded-switch-mode')]
  const delayRebind = place.leaf('delay-virtual-functions-rebind')
  if (written !== undefined && defined.length > written.value)
    scope.report.add(
      'too-many-functions',
      { id, defined: defined.length, count: written.value },
      { place: { path: place.at('virtual-function-count') } },
    )
  if (written === undefined && switchMode === undefined && defined.length === 0) {
    if (delayRebind?.value === true)
      scope.report.add('not-physical-function', { id }, { place: { path: place.at('delay-virtual-functions-rebind') } })
    else if (delayRebind !== undefined) scope.noEffect(delayRebind, `${id} has no virtual functions`)
    return undefined
  }
  return { count: countOf(written, defined, scope), switchMode, delayRebind: delayOf(delayRebind, switchMode, scope) }
}

/** netplan does nothing for nought. */
const countOf = (written: Leaf<number> | undefined, defined: readonly Leaf<string>[], scope: Scope): Leaf<number> | undefined => {
  if (written?.value === 0) scope.noEffect(written, 'the number of virtual functions is left alone')
  else if (written !== undefined) return written
  if (defined.length === 0) return undefined
  return new Leaf(
    defined.length,
    defined.flatMap(link => link.origins),
  )
}

const delayOf = (delay: Leaf<boolean> | undefined, mode: Leaf<unknown> | undefined, scope: Scope): Leaf<boolean> | undefined => {
  if (mode !== undefined) return delay ?? silent(false)
  if (delay !== undefined) scope.noEffect(delay, 'without `embedded-switch-mode` the virtual functions keep their driver')
  return undefined
}

const filterOf = (id: string, scope: Scope): VlanFilter | undefined => {
  const [first, second] = scope.references.filtersOn(id)
  if (first !== undefined && second !== undefined)
    scope.report.add('filter-twice', { id, first: first.id }, { place: { path: second.place.path, key: true } })
  return first && { id: first.id, link: first.place.required('link'), tag: first.place.required('id'), byHardware: byHardware(first.place) }
}

const byHardware = (place: Definition<VlanDescription>['place']): Leaf<true> => new Leaf(true as const, [place.at('renderer')])

const ownKeys = ['id', 'link', 'renderer', 'protocol']

/** Whether the VLAN is a filter in a NIC, and no device. */
export const isFilter = ({ place }: Definition<VlanDescription>): boolean => place.value.renderer === 'sriov'

/** Reports what a filter can’t have, and what of it does nothing. */
export function checkFilter({ id, place }: Definition<VlanDescription>, scope: Scope): void {
  scope.references.parent(place)
  const protocol = place.leaf('protocol')
  if (protocol?.value === '802.1ad')
    scope.report.add(
      'bad-value',
      { value: '802.1ad', expected: '802.1Q beside `renderer: sriov`' },
      { place: { path: place.at('protocol') } },
    )
  else if (protocol !== undefined) scope.noEffect(protocol, 'it is what the NIC has of itself')
  idleBut(place, ownKeys, `${id} is a filter in the NIC and no device`, scope)
  if (scope.references.isFunction(place.value.link)) return
  for (const leaf of [place.required('id'), place.required('link'), byHardware(place)])
    scope.noEffect(leaf, `${place.value.link} is no virtual function: it has no \`link\` to its NIC`)
}
