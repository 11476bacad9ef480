import type { Consumer } from './consumer.ts'
import { complaints, runScript } from './run-program.ts'

/** `systemd-analyze verify` of units and drop-ins. */
export const consumers: readonly Consumer[] = [
  {
    target: '*',
    title: 'systemd-analyze verify 252',
    reads: /systemd\/system\//,
    judge: async root => complaints(await runScript('systemd-unit-read.sh', [root])),
  },
]
