import { closeSync, fchmodSync, fchownSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { found, systemReason } from './found.ts'
import { makeFolder } from './make-folder.ts'
import { besideOutput, removeLeftBeside } from './output-temporary.ts'
import type { Owner } from './root/wanted.ts'

/** Writes a file that was named: all of it, or none. `owner`: whose it has to be, where not whoever runs netglot. Returns what went wrong. */
export function writeOutput(
  file: string,
  content: string | Uint8Array,
  mode: number,
  target: string | undefined,
  owner?: Owner,
): readonly Diagnostic[] {
  try {
    if (isDevice(file)) writeFileSync(file, content)
    else replace(file, content, mode, owner)
    return []
  } catch (error) {
    const why = systemReason(error)
    if (why === undefined) throw error
    return [found('file-unwritable', { file, why }, { target })]
  }
}

/** /dev/stdout and its like are written to, and not replaced. */
const isDevice = (file: string): boolean => {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && !stats.isFile() && !stats.isDirectory()
}

/** Nobody else can read it before it has its mode, and nobody sees a part of it. */
function replace(file: string, content: string | Uint8Array, mode: number, owner: Owner | undefined): void {
  makeFolder(dirname(file))
  removeLeftBeside(file)
  const temporary = besideOutput(file)
  const descriptor = openSync(temporary, 'wx', 0o600)
  try {
    writeFileSync(descriptor, content)
    if (owner !== undefined) fchownSync(descriptor, owner.uid, owner.gid)
    fchmodSync(descriptor, mode)
    fsyncSync(descriptor)
    closeSync(descriptor)
    renameSync(temporary, file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
