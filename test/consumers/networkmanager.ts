import type { Consumer } from './consumer.ts'
import { debian13 } from './debian-13.ts'
import { complaints, runScript } from './run-program.ts'

/** What NetworkManager's own programs say about `root`; `system` is a root file system with another NetworkManager than this machine's. */
export async function judgeNetworkManager(root: string, system?: string): Promise<readonly string[]> {
  return complaints(await runScript('networkmanager-read.sh', [root, ...(system === undefined ? [] : [system])]))
}

/** libnm, nmcli and the daemon's configuration parser, of both supported versions. */
export const consumers: readonly Consumer[] = [
  { target: 'networkmanager@1.42', title: 'libnm, nmcli and NetworkManager 1.42', judge: root => judgeNetworkManager(root) },
  {
    target: 'networkmanager@1.52',
    title: 'libnm, nmcli and NetworkManager 1.52 (of Debian 13)',
    judge: async root => judgeNetworkManager(root, await debian13('network-manager', 'python3-gi', 'gir1.2-nm-1.0')),
  },
]
