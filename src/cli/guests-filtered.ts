import { readFileSync } from 'node:fs'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Devices } from './described.ts'
import { found } from './found.ts'
import { below, namesIn, statsOf } from './safe-path.ts'
import { isEnabled } from './services.ts'

const docker = ['docker.service', 'docker.socket']

/**
 * Docker loads br_netfilter, by which iptables sees what passes any bridge, and lets the policy of FORWARD be DROP: guests on a bridge of the description then
 * hear nothing but the host, and no log tells why (Docker's manual, "Packet filtering and firewalls").
 */
export function guestsFiltered(devices: () => Devices, root: string): readonly Diagnostic[] {
  if (!docker.some(service => isEnabled(service, root)) || isSwitchedOff(root)) return []
  const { bridges } = devices()
  const [bridge] = bridges
  if (bridge === undefined) return []
  return [found('guests-filtered', { bridges: bridges.join(', '), bridge })]
}

const isSwitchedOff = (root: string): boolean =>
  ['/etc/sysctl.conf', ...namesIn(root, '/etc/sysctl.d').map(name => `/etc/sysctl.d/${name}`)]
    .map(path => below(root, path))
    .filter(file => statsOf(file)?.isFile())
    .some(file => /^\s*-?net[./]bridge[./]bridge-nf-call-iptables\s*=\s*0\s*$/m.test(readFileSync(file, 'utf8')))
