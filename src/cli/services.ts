import { readlinkSync } from 'node:fs'
import type { TargetAnswer } from '../targets/render-target.ts'
import type { Devices } from './described.ts'
import { isUnmanaged, leavesInterfaces } from './manager-settings.ts'
import { below, namesIn, statsOf } from './safe-path.ts'

/** A service that is enabled below the root and takes a described device for itself. */
export interface SecondStack {
  readonly service: string
  readonly why: string
}

interface Grabber {
  readonly service: string
  /** The devices that it takes although nobody has told it of them. */
  readonly takes: (devices: Devices) => readonly string[]
  /** Whether it goes with the answer all the same. */
  readonly goesWith?: (answer: TargetAnswer, devices: readonly string[], root: string) => boolean
}

/**
 * What takes a device that none of its files names. systemd-networkd, ifupdown and wicked do nothing without one, so there the files tell;
 * netplan takes its devices away from NetworkManager by itself (/run/NetworkManager/conf.d/netplan.conf).
 */
const grabbers: readonly Grabber[] = [
  {
    service: 'NetworkManager.service',
    takes: ({ nics, radios }) => [...nics, ...radios],
    goesWith: (answer, devices, root) => knowsManager(answer, root) || devices.every(device => isUnmanaged(device, undefined, root)),
  },
  { service: 'connman.service', takes: ({ nics, radios }) => [...nics, ...radios] },
  { service: 'dhcpcd.service', takes: ({ nics, radios }) => [...nics, ...radios] },
  {
    service: 'iwd.service',
    takes: ({ radios }) => radios,
    goesWith: ({ stacks }) => stacks.some(({ target }) => target === 'networkmanager'),
  },
]

/** Whether NetworkManager is told which devices are not its own: by the answer, by netplan, or by what Debian has set for ifupdown. */
export const knowsManager = ({ target }: TargetAnswer, root: string): boolean =>
  ['networkmanager', 'netplan', 'auto'].includes(target) || (target.startsWith('ifupdown') && leavesInterfaces(root))

/** The enabled services below a root that would configure devices of an answer beside it. */
export const secondStacksOf = (answer: TargetAnswer, devices: () => Devices, root: string): readonly SecondStack[] =>
  grabbers.flatMap(({ service, takes, goesWith }) => {
    if (!isEnabled(service, root)) return []
    const taken = takes(devices())
    if (taken.length === 0 || goesWith?.(answer, taken, root) === true) return []
    return [{ service, why: `it takes ${taken.join(', ')} by itself, whatever ${answer.target} does` }]
  })

const units = '/etc/systemd/system'

/** Some target wants it, and it is not masked (systemctl(1), enable and mask). */
export const isEnabled = (service: string, root: string): boolean => {
  if (namesIn(root, units).includes(service) && isMasked(below(root, `${units}/${service}`))) return false
  return namesIn(root, units)
    .filter(folder => /\.(?:wants|requires)$/.test(folder))
    .some(folder => namesIn(root, `${units}/${folder}`).includes(service))
}

const isMasked = (file: string): boolean => statsOf(file)?.isSymbolicLink() === true && readlinkSync(file) === '/dev/null'
