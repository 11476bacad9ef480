import type { Consumer } from './consumer.ts'
import { complaints, runScript } from './run-program.ts'

/** systemd-sysctl, writing to the kernel. */
export const consumers: readonly Consumer[] = [
  {
    target: '*',
    title: 'systemd-sysctl 252 and the kernel',
    reads: /sysctl\.d\//,
    judge: async root => complaints(await runScript('sysctl-read.sh', [root])),
  },
]
