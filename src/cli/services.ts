import { readFileSync, readlinkSync } from 'node:fs'
import type { TargetAnswer } from '../targets/render-target.ts'
import type { Devices } from './described.ts'
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
    goesWith: ({ target }, devices, root) =>
      ['networkmanager', 'netplan', 'auto'].includes(target) ||
      (target.startsWith('ifupdown') && leavesInterfaces(root)) ||
      devices.every(device => isUnmanaged(device, root)),
  },
  { service: 'connman.service', takes: ({ nics, radios }) => [...nics, ...radios] },
  { service: 'dhcpcd.service', takes: ({ nics, radios }) => [...nics, ...radios] },
  {
    service: 'iwd.service',
    takes: ({ radios }) => radios,
    goesWith: ({ stacks }) => stacks.some(({ target }) => target === 'networkmanager'),
  },
]

/** The enabled services below a root that would configure devices of an answer beside it. */
export const secondStacksOf = (answer: TargetAnswer, devices: Devices, root: string): readonly SecondStack[] =>
  grabbers.flatMap(({ service, takes, goesWith }) => {
    const taken = takes(devices)
    if (taken.length === 0 || !isEnabled(service, root) || goesWith?.(answer, taken, root) === true) return []
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

/** Debian's NetworkManager leaves alone what /etc/network/interfaces names, unless it is told to manage that too (NetworkManager.conf(5), ifupdown). */
const leavesInterfaces = (root: string): boolean => {
  const lines = settings(root)
  return lines.some(line => /^plugins\s*=.*\bifupdown\b/.test(line)) && !lines.some(line => /^managed\s*=\s*(?:true|yes|1)/.test(line))
}

const isUnmanaged = (device: string, root: string): boolean =>
  settings(root)
    .filter(line => /^unmanaged-devices\+?\s*=/.test(line))
    .flatMap(line => line.replace(/^[^=]*=/, '').split(/[;,]/))
    .map(spec => spec.trim())
    .some(spec => spec === '*' || spec === device || spec === `interface-name:${device}` || spec === `interface-name:=${device}`)

/** The lines of NetworkManager's own settings. */
const settings = (root: string): readonly string[] => {
  const folder = '/etc/NetworkManager'
  const more = namesIn(root, `${folder}/conf.d`).filter(name => name.endsWith('.conf'))
  return [...namesIn(root, folder).filter(name => name === 'NetworkManager.conf'), ...more.map(name => `conf.d/${name}`)]
    .map(name => `${folder}/${name}`)
    .map(file => below(root, file))
    .filter(file => statsOf(file)?.isFile())
    .flatMap(file => readFileSync(file, 'utf8').split('\n'))
    .map(line => line.trim())
}
