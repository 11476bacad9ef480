import type { LinkKind } from '../../model/network.ts'
import { machineId } from '../kernel-ipv6.ts'
import type { Guard } from './stanza.ts'

/** Where the dialects of interfaces(5) differ in what the shared code writes. */
export interface Dialect {
  /** Refuses lines that the dialect reads otherwise than they stand there. */
  readonly guard: Guard
  /** Writes a line of comment so that the dialect makes nothing of it. */
  readonly comment: (line: string) => string
  /** Whether the file reads the files of /etc/network/interfaces.d too. */
  readonly sourcesFolder: boolean
  /** The kinds that a hook or an addon makes, after the stanza's own `pre-up` commands. */
  readonly late: ReadonlySet<LinkKind>
  /** Whether every device of the file is brought up, also one of the method manual. */
  readonly raisesAll: boolean
  /** Whether a command that fails takes the whole interface down again, so that only what the device can't be without may fail. */
  readonly failsWhole: boolean
  /** The package with sysctl(8); undefined where every machine has it. */
  readonly sysctlPackage: string | undefined
  /** What only this machine has, for numbers that shall stay the same on it. */
  readonly secretFile: string
  /** The package of Open vSwitch, and what runs it. */
  readonly openvswitch: { readonly package: string; readonly services: readonly string[] }
  /** The configuration of a DHCP client that commands start, for a link with that file name. */
  readonly clientFile: (name: string) => string
}

/** Debian's ifupdown and ifupdown2. */
export const debianDialect: Dialect = {
  guard: () => {},
  comment: String,
  sourcesFolder: true,
  late: new Set(['bridge', 'bond']),
  raisesAll: false,
  failsWhole: false,
  sysctlPackage: 'procps',
  secretFile: machineId,
  openvswitch: { package: 'openvswitch-switch', services: ['openvswitch-switch.service'] },
  clientFile: name => `/etc/dhcp/netglot-${name}.conf`,
}
