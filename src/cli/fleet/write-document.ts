import { readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { writeNew } from '../root/durable.ts'
import { beside } from '../root/temporary.ts'
import { statsOf } from '../safe-path.ts'
import { trouble } from '../write-root.ts'
import { makeFolders } from './real-folder.ts'
import { notWritten, type Written, wrote } from './written.ts'

interface Document {
  readonly content: string | Uint8Array
  readonly mode: number
  readonly target: string
}

/** Writes a document for a host, unless it is there already. */
export function writeDocument(top: string, path: string, { content, mode, target }: Document, check: boolean): Written {
  const file = join(top, path)
  try {
    const bytes = Buffer.from(content)
    const stats = statsOf(file)
    const same = stats?.isFile() === true && (stats.mode & 0o777) === mode && bytes.equals(readFileSync(file))
    if (same) return wrote({ root: top, unchanged: [file] })
    if (!check) replace(top, path, bytes, mode)
    return wrote({ root: top, [stats === undefined ? 'created' : 'changed']: [file] })
  } catch (error) {
    return notWritten([trouble('file-unwritable', error, file, target)])
  }
}

const replace = (top: string, path: string, bytes: Buffer, mode: number): void => {
  if (dirname(path) !== '.') makeFolders(top, dirname(path))
  const temporary = beside(join(top, 'new'), 'new')
  try {
    writeNew(temporary, { text: bytes, mode, owner: undefined }, false)
    renameSync(temporary, join(top, path))
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}
