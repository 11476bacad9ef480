import type { Report } from '../diagnostics/report.ts'
import type { Leaf } from '../model/leaf.ts'
import { hasPorts, type Link } from '../model/network.ts'

/** Ports, Open vSwitch’s too, and VLANs that the kernel makes of no VRF (drivers/net/vrf.c, vrf_setup: IFF_NO_RX_HANDLER and no VLANs). */
export function refuseVrfBelow(links: readonly Link[], report: Report): void {
  const vrfs = new Set(links.filter(({ kind }) => kind === 'vrf').map(({ id }) => id))
  if (vrfs.size === 0) return
  const at = (leaf: Leaf<string>) => ({ place: { path: leaf.origins[0] ?? [] } })
  for (const link of links) {
    if (hasPorts(link) || link.kind === 'ovs-bridge' || link.kind === 'ovs-bond')
      for (const { link: port } of link.ports)
        if (vrfs.has(port.value)) report.add('vrf-as-port', { vrf: port.value, controller: link.id }, at(port))
    if (link.kind === 'vlan' && vrfs.has(link.parent.value))
      report.add('vlan-on-vrf', { vrf: link.parent.value, vlan: link.id }, at(link.parent))
  }
}
