import type { Rule } from '../rule.ts'

/** netplan warns of it too, and 0.106 refuses it. */
export const wireguardWithoutPeer: Rule = (network, report) => {
  for (const link of network.links)
    if (link.kind === 'wireguard' && link.peers.length === 0)
      report.add('wireguard-without-peer', { link: link.id }, { place: { path: ['tunnels', link.id], key: true } })
}
