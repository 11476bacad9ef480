import type { Report } from '../diagnostics/report.ts'
import { hasMac, type Link } from '../model/network.ts'

/**
 * Ports that carry bare packets: a bridge forwards frames (net/bridge/br_if.c, br_add_if), and a bond of other modes than active-backup gives
 * its ports a MAC (drivers/net/bonding/bond_main.c, bond_enslave).
 */
export function refuseFrameless(links: readonly Link[], report: Report): void {
  const frameless = new Set(links.filter(link => !hasMac(link)).map(({ id }) => id))
  if (frameless.size === 0) return
  for (const link of links)
    if (link.kind === 'bridge' || (link.kind === 'bond' && link.mode.value !== 'active-backup'))
      for (const { link: port } of link.ports.filter(({ link: { value } }) => frameless.has(value)))
        report.add('frameless-port', { port: port.value, controller: link.id, kind: link.kind }, { place: { path: port.origins[0] ?? [] } })
}
