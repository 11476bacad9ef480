import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Consumer } from './consumer.ts'
import { debian13 } from './debian-13.ts'
import { complaints, runScript } from './run-program.ts'

const readByNetworkd = /\.(?:netdev|network|link|netdev\.d\/[^/]*\.conf|network\.d\/[^/]*\.conf|link\.d\/[^/]*\.conf)$/

/** Files that no systemd program reads, since it passes over suffixes it doesn't know without a word. */
async function unread(root: string): Promise<readonly string[]> {
  const entries = await readdir(join(root, 'etc/systemd/network'), { withFileTypes: true, recursive: true }).catch(() => [])
  return entries
    .filter(entry => !entry.isDirectory())
    .map(entry => join(entry.parentPath, entry.name))
    .filter(path => !readByNetworkd.test(path))
    .map(path => `${path}: networkd reads no such file name`)
}

const refusals = [
  'Bridge parameters could not be set',
  'Failed to set bridge VLAN configurations.*',
  'netdev could not be created',
  'Failed to create netdev',
  'Could not create stacked netdev: Unknown device type\\.?',
]
const notInKernel = new RegExp(`^[^ ]+: (?:${refusals.join('|')})[:.]? Operation not supported$`)

/**
 * A kernel without bonding, VLANs, dummies or VLAN filtering refuses what asks for them, and then the device fails, or the one that it was to stand
 * on, of which 257 tells only the name; that the files are read without a word shows all the same.
 */
function withoutKernel(lines: readonly string[]): readonly string[] {
  const refused = lines.some(line => notInKernel.test(line))
  const follows = /^[^ ]+: (?:Failed|The interface entered the failed state frequently, .*)$/
  return lines.filter(line => !notInKernel.test(line) && !(refused && follows.test(line)))
}

/** What systemd-networkd says about `root`; `systemd` is a folder with another systemd than this machine's. */
export async function judgeNetworkd(root: string, systemd?: string): Promise<readonly string[]> {
  const answer = await runScript('networkd-read.sh', [root, ...(systemd === undefined ? [] : [systemd])])
  return [...(await unread(root)), ...withoutKernel(complaints(answer))]
}

/** systemd-networkd itself, of both supported versions. */
export const consumers: readonly Consumer[] = [
  { target: 'networkd@252', title: 'systemd-networkd 252', judge: root => judgeNetworkd(root) },
  {
    target: 'networkd@257',
    title: 'systemd-networkd 257 (of Debian 13)',
    judge: async root => judgeNetworkd(root, await debian13('systemd', 'udev')),
  },
]
