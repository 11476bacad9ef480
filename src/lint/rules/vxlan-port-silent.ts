import type { Rule } from '../rule.ts'

/** Two ends with different ports hear nothing of each other, and nothing tells why. */
export const vxlanPortSilent: Rule = (network, report) => {
  for (const link of network.links)
    if (link.kind === 'vxlan' && !link.port.written)
      report.add('vxlan-port-silent', { id: link.id, port: link.port.value }, { place: { path: ['tunnels', link.id], key: true } })
}
