import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupOf } from '../formats/backup-name.ts'
import type { BesideFile, TreeFormat } from '../formats/format.ts'
import { isOurs } from './is-ours.ts'
import type { InTheWay } from './obstacles.ts'
import type { Backup, FileChanges } from './root/file-changes.ts'
import { isSealed, sealed } from './root/seal.ts'
import { below, statsOf, Unsafe } from './safe-path.ts'

interface Placed {
  readonly file: string
  readonly content: string
  readonly mode: number
}

/** What writing the files that stand beside the tree of a format comes to. */
export interface BesidePlan {
  /** Where such files may be. */
  readonly folders: readonly string[]
  readonly changes: readonly Placed[]
  readonly told: FileChanges
  /** What is in the way and stays: then nothing may be written. */
  readonly stays: readonly InTheWay[]
}

/** Compares them with what is there. Those of an earlier run that are no longer needed go: they would go on to hold. */
export function planBeside(format: TreeFormat, wanted: readonly BesideFile[], folder: string, force: boolean): BesidePlan {
  const placed = wanted.map(one => placedOf(one, folder))
  const old = format.places
    .filter(path => !wanted.some(one => one.path === path))
    .map(path => placeOf(folder, path))
    .filter(isOurs)
  const changes = placed.filter(one => !isAsWanted(one))
  const inTheWay = [
    ...changes.filter(({ file, content }) => textOf(file) !== content).flatMap(({ file }) => refusal(file)),
    ...old.flatMap(file => refusal(file)),
  ]
  const created = changes.filter(({ file }) => statsOf(file) === undefined).map(({ file }) => file)
  const told = {
    created,
    changed: changes.map(({ file }) => file).filter(file => !created.includes(file)),
    unchanged: placed.filter(one => !changes.includes(one)).map(({ file }) => file),
    removed: old.filter(file => !inTheWay.some(one => one.file === file)),
    backups: force ? inTheWay.map(({ file }) => backupFor(file, folder)) : [],
  }
  const folders = [...new Set(format.places.map(path => dirname(placeOf(folder, path))))]
  return { folders, changes, told, stays: force ? [] : inTheWay }
}

const placedOf = ({ path, mode, content }: BesideFile, folder: string): Placed => ({
  file: placeOf(folder, path),
  content: sealed(content),
  mode: Number.parseInt(mode, 8),
})

const placeOf = (folder: string, path: string): string => {
  const file = below(folder, `/${path}`)
  if (statsOf(file)?.isDirectory()) throw new Unsafe(file, 'it is a directory')
  return file
}

const isAsWanted = ({ file, content, mode }: Placed): boolean => {
  const stats = statsOf(file)
  return stats?.isFile() === true && (stats.mode & 0o7777) === mode && textOf(file) === content
}

const textOf = (file: string): string | undefined => (statsOf(file)?.isFile() ? readFileSync(file, 'utf8') : undefined)

const refusal = (file: string): InTheWay[] => {
  if (statsOf(file) === undefined || isSealed(textOf(file) ?? '')) return []
  if (isOurs(file)) return [{ file, slug: 'edited-file', why: 'it was changed since netglot wrote it' }]
  return [{ file, slug: 'in-the-way', why: 'netglot would write there, and did not make what is there' }]
}

/** Not into a folder of which mkosi runs or reads every file. */
const backupFor = (file: string, folder: string): Backup => {
  const backup = backupOf(dirname(file).endsWith('.d') ? join(folder, basename(file)) : file)
  if (statsOf(backup) !== undefined) throw new Unsafe(backup, 'there is a backup already: move it away first')
  return { file, backup }
}
