import { join } from 'node:path'
import { makeFolder } from '../make-folder.ts'
import { statsOf, Unsafe } from '../safe-path.ts'

/** Whether a folder is there, with none of those above it, up to the top, a symbolic link or a file. */
export function isThere(top: string, path: string): boolean {
  let at = top
  for (const part of path.split('/')) {
    at = join(at, part)
    const stats = statsOf(at)
    if (stats === undefined) return false
    if (stats.isSymbolicLink())
      throw new Unsafe(at, 'it is a symbolic link, and what is written for a host stays in the folder of the fleet')
    if (!stats.isDirectory()) throw new Unsafe(at, 'it is no directory')
  }
  return true
}

/** Makes the folders below the top in which something goes. */
export function makeFolders(top: string, path: string): void {
  if (isThere(top, path)) return
  makeFolder(join(top, path), 0o755)
}
