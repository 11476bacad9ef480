import type { TargetAnswer } from '../targets/render-target.ts'
import { isOurs } from './is-ours.ts'
import type { InTheWay } from './obstacles.ts'
import type { Known } from './root/known.ts'
import { presentAt } from './root/present.ts'
import { isTemporary } from './root/temporary.ts'
import { namesIn, placesBelow } from './safe-path.ts'

/** Every folder that some target writes into, but for those whose files do nothing unless another one names them. */
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
  '/etc/lldpd.d',
  '/etc/NetworkManager/conf.d',
  '/etc/NetworkManager/dispatcher.d/pre-up.d',
  '/etc/NetworkManager/system-connections',
  '/etc/sysconfig/network',
  '/etc/sysconfig/network/scripts',
]

/**
 * What netglot wrote below the root for an earlier description, or another target, and would not write now: it would go on to hold. An answer
 * that failed has no files, so then nothing can be told. Beside what the manifests list, files count whose first line says that netglot made them.
 */
export function leftOverOf(answers: readonly TargetAnswer[], root: string, known: Known): readonly InTheWay[] {
  if (answers.some(({ failed }) => failed)) return []
  const own = new Set(answers.flatMap(({ files, links }) => [...files, ...links].map(({ path }) => path)))
  const placeOf = placesBelow(root)
  const marked = foldersOf(root).flatMap(folder =>
    namesIn(root, folder)
      .filter(name => !name.endsWith('.netglot-backup') && !isTemporary(name))
      .map(name => `${folder}/${name}`)
      .filter(path => !own.has(path) && isOurs(placeOf(path))),
  )
  return [...new Set([...known.paths.filter(path => !own.has(path)), ...marked])].flatMap(path => leftOver(path, placeOf(path), known))
}

const leftOver = (path: string, file: string, known: Known): InTheWay[] => {
  const present = presentAt(file)
  if (present === undefined) return []
  const prunable = known.touch(path, file, present) === 'untouched'
  return [
    {
      file,
      slug: 'left-over',
      prunable,
      why: `netglot made it of a description, and this one has no such file any more${prunable ? '' : other}`,
    },
  ]
}

const other = '; it may have been changed since'

/** Every folder below the root that some target writes into, with those of drop-ins. */
export const foldersOf = (root: string): readonly string[] => folders.flatMap(folder => [folder, ...dropInFolders(folder, root)])

/** `NAME.d`, where drop-ins of units and of netplan's files lie. */
const dropInFolders = (folder: string, root: string): readonly string[] =>
  folder.startsWith('/etc/systemd/')
    ? namesIn(root, folder)
        .filter(name => name.endsWith('.d'))
        .map(name => `${folder}/${name}`)
    : []
