import { readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { backupOf } from '../formats/backup-name.ts'
import type { BesideFile, TreeFormat } from '../formats/format.ts'
import { found } from './found.ts'
import { statsOf } from './safe-path.ts'
import { writeOutput } from './write-output.ts'

/** What is in the way of the files that stand beside a tree: those of its places that netglot did not make. */
export const besideInTheWay = (format: TreeFormat, wanted: readonly BesideFile[], folder: string): readonly string[] =>
  wanted
    .map(({ path }) => path)
    .filter(path => format.places.includes(path) && statsOf(join(folder, path)) !== undefined && !isOurs(join(folder, path)))
    .map(path => join(folder, path))

export const refuseBeside = (files: readonly string[], target: string): readonly Diagnostic[] =>
  files.map(file => found('in-the-way', { file, why: 'netglot would write there, and did not make what is there' }, { target }))

/** Writes them, and takes away those of an earlier run that are no longer needed. */
export function writeBeside(format: TreeFormat, wanted: readonly BesideFile[], folder: string, target: string): readonly Diagnostic[] {
  for (const file of besideInTheWay(format, wanted, folder)) renameSync(file, backupOf(file))
  const old = format.places.filter(path => !wanted.some(file => file.path === path)).map(path => join(folder, path))
  for (const file of old) if (statsOf(file)?.isFile() && isOurs(file)) rmSync(file)
  return wanted.flatMap(({ path, mode, content }) => writeOutput(join(folder, path), content, Number.parseInt(mode, 8), target))
}

/** Its first lines say so, in whatever way its syntax has a comment. */
const isOurs = (file: string): boolean =>
  statsOf(file)?.isFile() === true &&
  readFileSync(file, 'utf8')
    .split('\n', 2)
    .some(line => /^(?:#|<!--) Made by netglot/.test(line))
