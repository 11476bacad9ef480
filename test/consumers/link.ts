import type { Consumer } from './consumer.ts'
import { debian13 } from './debian-13.ts'
import { complaints, runScript } from './run-program.ts'

/** udev's net_setup_link, which reads .link files. */
export const consumers: readonly Consumer[] = [
  {
    target: '*',
    title: 'udev 252 reads .link files',
    reads: /\.link$/,
    judge: async root => complaints(await runScript('link-read.sh', [root])),
  },
  {
    target: '*',
    title: 'udev 257 (of Debian 13) reads .link files',
    reads: /\.link$/,
    judge: async root => complaints(await runScript('link-read.sh', [root, await debian13('systemd', 'udev')])),
  },
]
