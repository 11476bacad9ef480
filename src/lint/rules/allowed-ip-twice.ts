import type { Cidr } from '../../model/address.ts'
import type { Leaf } from '../../model/leaf.ts'
import type { Wireguard } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

/** A device has each prefix once: the kernel takes it from the peer that had it (drivers/net/wireguard/allowedips.c). */
export const allowedIpTwice: Rule = (network, report) => {
  for (const link of network.links)
    if (link.kind === 'wireguard')
      for (const [leaf, first] of twice(link)) {
        const related = relatedTo(first, 'the other one is here')
        report.add('allowed-ip-twice', { prefix: leaf.value.text, link: link.id }, { place: placeOf(leaf), related })
      }
}

/** The prefixes that another peer has too, with the first of them. */
const twice = ({ peers }: Wireguard): readonly (readonly [Leaf<Cidr>, Leaf<Cidr>])[] => {
  const all = peers.flatMap(peer => peer.allowedIps.map(leaf => ({ leaf, peer })))
  return all.flatMap(({ leaf, peer }) => {
    const first = all.find(other => other.leaf.value.text === leaf.value.text)
    return first === undefined || first.peer === peer ? [] : [[leaf, first.leaf] as const]
  })
}
