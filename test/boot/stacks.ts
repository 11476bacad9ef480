import type { Exceptions } from '../state/described.ts'
import type { Layer } from './guest.ts'

/** A stack of the guest. */
export interface Stack {
  readonly name: string
  /** The target that writes for it. */
  readonly spelling: string
  /** What the description says beside the case, so that netplan takes that back end. */
  readonly renderer?: 'NetworkManager'
  /** Packages over the base: guest/layers.sh. */
  readonly layer?: Exclude<Layer, 'base'>
  /** What Debian's packages enable when they are installed, beside what the answer says. */
  readonly enabled: readonly string[]
  /** The Debian packages whose versions the proof names. */
  readonly packages: readonly string[]
  readonly exceptions: Exceptions
}

const manager = [
  'NetworkManager.service',
  'NetworkManager-wait-online.service',
  'NetworkManager-dispatcher.service',
  'wpa_supplicant.service',
]

export const stacks: readonly Stack[] = [
  { name: 'networkd', spelling: 'networkd@252', layer: 'networkd', enabled: [], packages: ['systemd'], exceptions: {} },
  {
    name: 'networkmanager',
    spelling: 'networkmanager@1.42',
    enabled: manager,
    packages: ['network-manager'],
    exceptions: { noDelayWithoutStp: true },
  },
  {
    name: 'ifupdown',
    spelling: 'ifupdown@0.8.41',
    layer: 'ifupdown',
    enabled: ['networking.service'],
    packages: ['ifupdown', 'bridge-utils', 'ifenslave', 'isc-dhcp-client'],
    exceptions: {},
  },
  {
    name: 'ifupdown2',
    spelling: 'ifupdown2@3.0',
    layer: 'ifupdown2',
    enabled: ['networking.service'],
    packages: ['ifupdown2', 'isc-dhcp-client'],
    exceptions: {},
  },
  {
    name: 'netplan-networkd',
    spelling: 'netplan@0.106',
    layer: 'networkd',
    enabled: [],
    packages: ['netplan.io', 'systemd'],
    exceptions: {},
  },
  {
    name: 'netplan-networkmanager',
    spelling: 'netplan@0.106',
    renderer: 'NetworkManager',
    enabled: manager,
    packages: ['netplan.io', 'network-manager'],
    exceptions: { noDelayWithoutStp: true },
  },
]
