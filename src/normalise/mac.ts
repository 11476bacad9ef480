import { Leaf } from '../model/leaf.ts'
import type { LinkBase } from '../model/network.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** What a device with ports has. */
interface WithPorts {
  readonly macaddress?: string | undefined
  readonly 'macaddress-from'?: string | undefined
  readonly interfaces?: string[] | undefined
}

/**
 * The MAC of a device with ports. `macaddress-from` takes that of the port: the one it shall have, else the one it is matched by. Where the
 * description has neither, the stack has to let the device inherit it.
 */
export function inheritedMac(id: string, place: Place<WithPorts>, scope: Scope): Pick<LinkBase, 'mac' | 'macFrom'> {
  const [mac, from] = [place.leaf('macaddress'), place.leaf('macaddress-from')]
  if (from === undefined) return { mac, macFrom: undefined }
  const at = { place: { path: place.at('macaddress-from') } }
  if (mac !== undefined) scope.report.add('mac-twice', {}, at)
  if (place.value.interfaces?.includes(from.value) !== true) scope.report.add('unknown-member', { member: from.value, id }, at)
  const known = scope.references.macOf(from.value)
  if (known === undefined) return { mac: undefined, macFrom: from }
  return { mac: new Leaf(known, from.origins), macFrom: undefined }
}
