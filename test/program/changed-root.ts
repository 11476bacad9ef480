import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { netglot, workplace } from './program.ts'
import { treeOf } from './write-below.ts'

/** A root in which writing has to do all that it can: create, change, remove, back up what is replaced and what is only in the way. */
export function changedRoot() {
  const { folder, put } = workplace()
  const old = put('old.yaml', 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n    eno2: {dhcp6: true}\n')
  const host = put(
    'new.yaml',
    'network:\n  ethernets:\n    eno1: {dhcp6: true}\n  wifis:\n    wlan0:\n      access-points:\n        home: {password: hunter2hunter2}\n',
  )
  const before = join(folder, 'before')
  const first = netglot(['render', old, '-t', 'networkd', '--root', before])
  if (first.status !== 0) throw new Error(first.stderr)
  put('before/etc/systemd/network/05-netglot-wlan0.network', '[Match]\nName=wlan0\n')
  put('before/etc/systemd/network/10-lan.network', '[Match]\nName=eno1\n')
  const root = join(folder, 'root')
  return {
    folder,
    root,
    source: [{ name: host, text: readFileSync(host, 'utf8') }],
    before: treeOf(before),
    /** Makes the root anew. */
    reset(): void {
      rmSync(root, { recursive: true, force: true })
      cpSync(before, root, { recursive: true })
    },
    args: ['render', host, '-t', 'networkd', '--root', root, '--prune', '--force'],
  }
}
