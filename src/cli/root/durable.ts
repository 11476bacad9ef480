import { spawnSync } from 'node:child_process'
import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, statSync, writeFileSync } from 'node:fs'
import { release } from 'node:os'
import type { Owner } from './wanted.ts'

export interface Content {
  readonly text: string | Uint8Array
  readonly mode: number
  readonly owner: Owner | undefined
}

/** Writes a new file. Nobody else can read it before it has its mode. */
export function writeNew(file: string, { text, mode, owner }: Content): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    if (owner !== undefined) fchownSync(descriptor, owner.uid, owner.gid)
    fchmodSync(descriptor, mode)
  } finally {
    closeSync(descriptor)
  }
}

/** Some file systems, such as those of FUSE, can't sync a folder. */
const cannot = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** Waits until a file or a folder is on the disk: until its folder is there too, a file may come back without its name after a loss of power (fsync(2)). */
export function toDisk(place: string): void {
  const descriptor = openSync(place, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && cannot.has(error.code))) throw error
  } finally {
    closeSync(descriptor)
  }
}

/** From so many on, waiting for each takes longer than for whatever else its file system has to write. */
const many = 32

/**
 * Waits for all that is in folders at once, by syncfs(2) of every file system on which one of them is: a disk commits once then, and not for each. Node
 * has no call of it, sync(1) has. False where there is no such program, or it fails, or what is to be waited for is little: then each has to be.
 */
export function allToDisk(folders: ReadonlySet<string>, count: number): boolean {
  if (count < many || !tellsErrors()) return false
  const byDevice = new Map(Array.from(folders, folder => [statSync(folder).dev, folder]))
  return spawnSync('sync', ['-f', '--', ...byDevice.values()], { stdio: 'ignore' }).status === 0
}

/** Before Linux 5.8, syncfs(2) says nothing of what could not be written. */
const tellsErrors = (): boolean => {
  if (process.platform !== 'linux') return false
  const [major = 0, minor = 0] = release().split('.').map(Number)
  return major > 5 || (major === 5 && minor >= 8)
}
