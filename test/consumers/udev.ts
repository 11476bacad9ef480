import type { Consumer } from './consumer.ts'
import { debian13 } from './debian-13.ts'
import { complaints, runScript } from './run-program.ts'

/** `udevadm verify`, which Debian 12's udev does not have yet. */
export const consumers: readonly Consumer[] = [
  {
    target: '*',
    title: 'udevadm verify 257 (of Debian 13)',
    reads: /rules\.d\//,
    judge: async root => complaints(await runScript('udev-read.sh', [root, await debian13('systemd', 'udev')])),
  },
]
