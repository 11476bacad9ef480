import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import type { Devices } from './described.ts'
import { found } from './found.ts'
import { isUnmanaged } from './manager-settings.ts'
import { isEnabled, knowsManager, secondStacksOf } from './services.ts'

const manager = 'NetworkManager.service'

/**
 * NetworkManager looks at every device that comes up. A TAP that it did not see join its bridge is "disconnected" to it, and when it lets go of one the kernel has
 * it as a port no longer. Where the stack itself is in the way, that is told instead.
 */
export function guestsTaken(answers: readonly TargetAnswer[], devices: () => Devices, root: string): readonly Diagnostic[] {
  if (!isEnabled(manager, root) || devices().bridges.length === 0) return []
  const open = answers
    .filter(answer => !knowsManager(answer, root))
    .filter(answer => !secondStacksOf(answer, devices, root).some(({ service }) => service === manager))
  const strangers = strangersOf(devices(), root)
  if (open.length === 0 || strangers.length === 0) return []
  const specs = strangers.map(device => `interface-name:${device}`).join(';')
  return [found('guests-taken', { devices: strangers.join(', '), specs })]
}

/** Where no TAP is described, libvirt makes them when a guest starts: vnet0, vnet1 … */
const strangersOf = ({ bridges, guestBridges, guestTaps }: Devices, root: string): readonly string[] => {
  const taps = guestTaps.filter(tap => !isUnmanaged(tap, 'tun', root))
  const undescribed = bridges.some(bridge => !guestBridges.includes(bridge)) && !isUnmanaged('vnet0', 'tun', root) ? ['vnet*'] : []
  return [...bridges.filter(bridge => !isUnmanaged(bridge, 'bridge', root)), ...taps, ...undescribed]
}
