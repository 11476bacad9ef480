import type { LinkKind } from '../../model/network.ts'
import { debianDialect } from '../interfaces/dialect.ts'
import { Inexpressible } from '../text.ts'

/** lif_fgetline reads 4095 bytes, and what follows as a line of its own; a character may take four. */
const longest = 1000

/**
 * A `#` ends a line wherever it stands (libifupdown/fgetline.c); versions after 0.12 drop backslashes there as well, and the older ones don't.
 * On Alpine nobody reads /etc/network/interfaces.d, and 0.11.3 refuses the whole file when it is told to read files and finds none.
 */
export const dialect = {
  ...debianDialect,
  guard: (line: string): void => {
    const culprit = /[#\\]/.exec(line)?.[0]
    if (culprit === '#')
      throw new Inexpressible('ifupdown-ng takes a # for the beginning of a comment, wherever it stands', 'leave the # out')
    if (culprit === '\\') throw new Inexpressible('what ifupdown-ng makes of a backslash depends on its version', 'leave the backslash out')
    if (line.length > longest) throw new Inexpressible('ifupdown-ng cuts lines after 4095 bytes', 'choose a shorter value')
  },
  sourcesFolder: false,
  late: new Set<LinkKind>(),
  raisesAll: true,
  // OpenRC's networking takes an interface down again when ifup fails with it (dist/openrc/networking.initd).
  failsWhole: true,
  // It is part of busybox.
  sysctlPackage: undefined,
  // Without systemd and D-Bus there is no machine-id.
  secretFile: '/etc/network/netglot-secret',
  // Alpine's package has a script for OpenRC that loads the module, and one a daemon.
  openvswitch: { package: 'openvswitch', services: ['ovs-modules', 'ovsdb-server', 'ovs-vswitchd'] },
  clientFile: (name: string) => `/etc/dhcpcd-netglot-${name}.conf`,
}
