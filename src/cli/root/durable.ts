import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, writeFileSync } from 'node:fs'
import type { Owner } from './wanted.ts'

export interface Content {
  readonly text: string | Uint8Array
  readonly mode: number
  readonly owner: Owner | undefined
}

/** Writes a new file, to the disk where it is to be durable. Nobody else can read it before it has its mode. */
export function writeNew(file: string, { text, mode, owner }: Content, durable: boolean): void {
  const descriptor = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    if (owner !== undefined) fchownSync(descriptor, owner.uid, owner.gid)
    fchmodSync(descriptor, mode)
    if (durable) fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Some file systems, such as those of FUSE, can't sync a folder. */
const cannot = new Set(['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])

/** Until its folder is on the disk too, a file may come back without its name after a loss of power (fsync(2)). */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && typeof error.code === 'string' && cannot.has(error.code))) throw error
  } finally {
    closeSync(descriptor)
  }
}
