import type { Common } from '../description/schema/index.ts'
import { Leaf } from '../model/leaf.ts'
import type { LinkBase, LinkKind, MacPolicy } from '../model/network.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

type WithMac = Pick<Common, 'macaddress'>

/** What a device with ports has. */
interface WithPorts extends WithMac {
  readonly 'macaddress-from'?: string | undefined
  readonly interfaces?: string[] | undefined
}

/** The MAC of the description's own; a word for one is `macPolicyOf`'s business. */
export function macOf(place: Place<WithMac>): Leaf<string> | undefined {
  const { macaddress } = place.value
  return typeof macaddress === 'string' ? new Leaf(macaddress, [place.at('macaddress')]) : undefined
}

/** The word in the place of a MAC. */
export function macPolicyOf(kind: LinkKind, place: Place<WithMac>, scope: Scope): Leaf<MacPolicy> | undefined {
  const { macaddress } = place.value
  if (macaddress === undefined || typeof macaddress === 'string') return undefined
  const path = place.at('macaddress')
  if (macaddress.policy === 'stable-ssid' && kind !== 'wifi') scope.report.add('mac-by-ssid', {}, { place: { path } })
  return new Leaf(macaddress.policy, [path])
}

/**
 * The MAC of a device with ports. `macaddress-from` takes that of the port: the one it shall have, else the one it is matched by. Where the
 * description has neither, the stack has to let the device inherit it.
 */
export function inheritedMac(id: string, place: Place<WithPorts>, scope: Scope): Pick<LinkBase, 'mac' | 'macFrom'> {
  const from = place.leaf('macaddress-from')
  if (from === undefined) return { mac: macOf(place), macFrom: undefined }
  const at = { place: { path: place.at('macaddress-from') } }
  if (place.value.macaddress !== undefined) scope.report.add('mac-twice', {}, at)
  if (place.value.interfaces?.includes(from.value) !== true) scope.report.add('unknown-member', { member: from.value, id }, at)
  const known = scope.references.macOf(from.value)
  if (known === undefined) return { mac: undefined, macFrom: from }
  return { mac: new Leaf(known, from.origins), macFrom: undefined }
}
