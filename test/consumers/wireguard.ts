import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { complaints, runScript } from './run-program.ts'

/** What wg(8) says about the configuration files in the folder. */
async function judgeWireguard(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter(name => name.endsWith('.conf')).map(name => join(folder, name))
  return files.length === 0 ? [] : complaints(await runScript('wireguard-read.sh', files))
}

/** wg(8) itself. */
export const consumers: readonly Consumer[] = [
  {
    target: '*',
    title: 'wg setconf 1.0, which reads the file; this kernel has no WireGuard that would take it',
    reads: /^\/?etc\/wireguard\//,
    judge: root => judgeWireguard(join(root, 'etc/wireguard')),
  },
]
