import {
  closeSync,
  fchmodSync,
  fchownSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { beside } from '../root/temporary.ts'
import { isRoot, modeOf, type Owner, type Wanted } from '../root/wanted.ts'
import { makeFolders } from './real-folder.ts'

export interface Tree {
  readonly wanted: readonly Wanted[]
  /** Where the manifest goes, and what stands in it. */
  readonly manifest: { readonly path: string; readonly text: string }
}

/**
 * Writes a tree where nothing is yet: beside its place, and then it gets its name, whole. The umask of the process has to be 022, so that modes need no
 * call of their own, nor owners where they are what a new file has anyway. Nothing waits for the disk: what a loss of power takes away, the next run
 * writes.
 */
export function writeFresh({ wanted, manifest }: Tree, top: string, path: string): void {
  const temporary = beside(join(top, path.split('/')[0] ?? ''), 'new')
  const folders = new Set<string>()
  const makeParents = (file: string): void => {
    const folder = dirname(file)
    if (folders.has(folder)) return
    makeParents(folder)
    mkdirSync(folder, folderMode)
    folders.add(folder)
  }
  try {
    mkdirSync(temporary, folderMode)
    folders.add(temporary)
    const fresh = lstatSync(temporary)
    for (const one of wanted) {
      const file = temporary + one.path
      makeParents(file)
      if ('file' in one) writeOne(file, { text: one.file.content, mode: modeOf(one), owner: one.owner }, fresh)
      else symlinkSync(one.to, file)
    }
    const file = temporary + manifest.path
    makeParents(file)
    writeOne(file, { text: manifest.text, mode: 0o600, owner: isRoot() ? { uid: 0, gid: 0 } : undefined }, fresh)
    const above = dirname(path)
    if (above !== '.') makeFolders(top, above)
    renameSync(temporary, join(top, path))
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    throw error
  }
}

interface Content {
  readonly text: string
  readonly mode: number
  readonly owner: Owner | undefined
}

const umask = 0o022

/** What the folder about them is made with; less, and a default ACL takes modes away (acl(5)). */
const folderMode = 0o755

/** `fresh`: the folder that has just been made about it, which tells whose a new file is. */
const writeOne = (file: string, { text, mode, owner }: Content, fresh: Stats): void => {
  const descriptor = openSync(file, 'wx', mode)
  try {
    writeFileSync(descriptor, text)
    if (owner !== undefined && (owner.uid !== fresh.uid || owner.gid !== fresh.gid)) fchownSync(descriptor, owner.uid, owner.gid)
    if ((mode & umask) !== 0 || (fresh.mode & 0o777) !== folderMode) fchmodSync(descriptor, mode)
  } finally {
    closeSync(descriptor)
  }
}
