import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** What a peer may send is what it has in its list, and so is what goes to it. */
export const peerWithoutIps: Rule = (network, report) => {
  for (const link of network.links)
    for (const { allowedIps, publicKey } of link.kind === 'wireguard' ? link.peers : [])
      if (allowedIps.length === 0) report.add('peer-without-ips', {}, { place: placeOf(publicKey) })
}
