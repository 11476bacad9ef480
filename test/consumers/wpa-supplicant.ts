import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { complaints, runScript } from './run-program.ts'

/** What wpa_supplicant says about the configuration files in `folder`. */
export async function judgeWpaSupplicant(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter(name => name.endsWith('.conf')).map(name => join(folder, name))
  return files.length === 0 ? [] : complaints(await runScript('wpa-supplicant-read.sh', files))
}

/** wpa_supplicant itself. */
export const consumers: readonly Consumer[] = [
  {
    target: '*',
    title: 'wpa_supplicant 2.10',
    reads: /wpa_supplicant/,
    judge: root => judgeWpaSupplicant(join(root, 'etc/wpa_supplicant')),
  },
]
