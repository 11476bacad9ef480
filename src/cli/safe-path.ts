import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs'
import { join, normalize } from 'node:path'

/** Why a place below the root can't be used; the file is the one that stands in the way. */
export class Unsafe extends Error {
  readonly file: string

  constructor(file: string, why: string) {
    super(why)
    this.file = file
  }
}

/** The place of an answer's path below a root. No component but the last may be a symbolic link, which could lead out of the root. */
export function below(root: string, path: string): string {
  if (!path.startsWith('/') || normalize(path) !== path || path.endsWith('/')) throw new Error(`${path} is no clean absolute path`)
  let folder = root
  for (const part of path.split('/').slice(1, -1)) {
    folder = join(folder, part)
    const stats = statsOf(folder)
    if (stats === undefined) break
    if (stats.isSymbolicLink()) throw new Unsafe(folder, 'it is a symbolic link, and none is followed below the root')
    if (!stats.isDirectory()) throw new Unsafe(folder, 'it is no directory')
  }
  return join(root, path)
}

/** Makes the folders above a path below the root; the root itself as well. */
export function makeParents(root: string, path: string): void {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false) throw new Unsafe(root, 'it is no directory')
  mkdirSync(root, { recursive: true })
  let folder = root
  for (const part of path.split('/').slice(1, -1)) {
    folder = join(folder, part)
    if (statsOf(folder) !== undefined) continue
    mkdirSync(folder, { mode: 0o755 })
    // networkd and others read as a user of their own: a strict umask would shut them out.
    chmodSync(folder, 0o755)
  }
}

/** What is there, without following it; undefined when nothing is. */
export const statsOf = (file: string): Stats | undefined => {
  try {
    return lstatSync(file)
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw error
  }
}

/** The names in a folder below a root, sorted; none where there is no such folder: /etc/sysconfig/network is a file on some systems. */
export function namesIn(root: string, folder: string): readonly string[] {
  try {
    const path = below(root, folder)
    return statsOf(path)?.isDirectory() ? readdirSync(path).sort() : []
  } catch (error) {
    if (error instanceof Unsafe) return []
    throw error
  }
}
