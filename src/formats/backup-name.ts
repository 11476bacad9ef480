/** Folders whose programs read every file, whatever its ending; a leading dot hides one from them. */
const readsAll = /\/(?:network\/interfaces\.d|NetworkManager\/system-connections|sysconfig\/network(?:-scripts)?)\/$/

/** Where a file goes that is in the way. */
export function backupOf(file: string): string {
  const at = file.lastIndexOf('/') + 1
  const folder = file.slice(0, at)
  return `${folder}${readsAll.test(folder) ? '.' : ''}${file.slice(at)}.netglot-backup`
}
