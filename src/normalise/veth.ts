import type { VethDescription } from '../description/schema/index.ts'
import type { Leaf } from '../model/leaf.ts'
import type { Veth } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { madeLink } from './made-link.ts'
import type { Place } from './place.ts'
import type { Scope } from './scope.ts'

/** One end of a pair of virtual Ethernet devices. */
export const veth = (definition: Definition<VethDescription>, scope: Scope): Veth =>
  Object.assign(madeLink('veth', definition, scope), { peer: peerOf(definition.id, definition.place, scope) })

/** The other end, which has to be another device of the kind that points back. */
const peerOf = (id: string, place: Place<VethDescription>, { references, report }: Scope): Leaf<string> => {
  const leaf = references.peer(place)
  const peer = leaf.value
  const at = { place: { path: place.at('peer') } }
  const type = references.typeOf(peer)
  if (type === undefined) return leaf
  const path = [type, peer]
  const related = [{ message: `${peer} is defined here`, place: { path, key: true as const } }]
  if (peer === id) report.add('own-peer', { id }, at)
  else if (type !== 'virtual-ethernets') report.add('no-veth', { id, peer, type }, { ...at, related })
  else if (references.peerOf(peer) !== id)
    report.add('peer-of-another', { id, peer, other: references.peerOf(peer) ?? 'nothing' }, { ...at, related })
  return leaf
}
