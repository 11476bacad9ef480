import type { TargetAnswer } from '../targets/render-target.ts'
import { type InTheWay, isOurs } from './obstacles.ts'
import { below, namesIn } from './safe-path.ts'

/** Every folder that some target writes into. */
const folders = [
  '/etc/systemd/network',
  '/etc/systemd/system',
  '/etc/udev/rules.d',
  '/etc/sysctl.d',
  '/etc/netplan',
  '/etc/network',
  '/etc/wpa_supplicant',
  '/etc/dhcp',
  '/etc/dhcp/dhclient-enter-hooks.d',
  '/etc/NetworkManager/conf.d',
  '/etc/NetworkManager/system-connections',
  '/etc/sysconfig/network',
  '/etc/sysconfig/network/scripts',
]

/**
 * What netglot wrote below the root for an earlier description, or another target, and would not write now: it would go on to hold. An answer
 * that failed has no files, so then nothing can be told.
 */
export function leftOverOf(answers: readonly TargetAnswer[], root: string): readonly InTheWay[] {
  if (answers.some(({ failed }) => failed)) return []
  const own = new Set(answers.flatMap(({ files }) => files.map(({ path }) => below(root, path))))
  const why = 'netglot made it of a description, and this one has no such file any more'
  return folders
    .flatMap(folder => [folder, ...dropInFolders(folder, root)])
    .flatMap(folder => namesIn(root, folder).map(name => below(root, `${folder}/${name}`)))
    .filter(file => !file.endsWith('.netglot-backup') && !own.has(file) && isOurs(file))
    .map(file => ({ file, why }))
}

/** `NAME.d`, where drop-ins of units and of netplan's files lie. */
const dropInFolders = (folder: string, root: string): readonly string[] =>
  folder.startsWith('/etc/systemd/')
    ? namesIn(root, folder)
        .filter(name => name.endsWith('.d'))
        .map(name => `${folder}/${name}`)
    : []
