import type { Rule } from '../rule.ts'

/** netplan warns of it too. Whoever writes flags has thought of it. */
export const keyAskedFor: Rule = (network, report) => {
  for (const link of network.links)
    if (link.kind === 'wireguard' && [link.privateKey, link.privateKeyFile, link.privateKeyFlags[0]].every(leaf => leaf === undefined))
      report.add('key-asked-for', { link: link.id }, { place: { path: ['tunnels', link.id], key: true } })
}
