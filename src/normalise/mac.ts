import type { BridgeDescription } from '../description/schema/index.ts'
import { Leaf } from '../model/leaf.ts'
import type { Link, LinkBase } from '../model/network.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/**
 * The MAC of a bridge. `macaddress-from` takes that of the port: the one it shall have, else the one it is matched by. Where the description
 * has neither, the stack has to let the bridge inherit it.
 */
export function bridgeMac(
  id: string,
  place: Place<BridgeDescription>,
  links: readonly Link[],
  scope: Scope,
): Pick<LinkBase, 'mac' | 'macFrom'> {
  const [mac, from] = [place.leaf('macaddress'), place.leaf('macaddress-from')]
  if (from === undefined) return { mac, macFrom: undefined }
  const at = { place: { path: place.at('macaddress-from') } }
  if (mac !== undefined) scope.report.add('mac-twice', {}, at)
  if (place.value.interfaces?.includes(from.value) !== true) scope.report.add('unknown-member', { member: from.value, id }, at)
  const port = links.find(l => l.id === from.value)
  const known = port?.mac ?? (port !== undefined && 'match' in port ? port.match?.mac : undefined)
  if (known === undefined) return { mac: undefined, macFrom: from }
  return { mac: new Leaf(known.value, from.origins), macFrom: undefined }
}
