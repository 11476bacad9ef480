import { closeSync, openSync, readlinkSync, readSync, renameSync } from 'node:fs'
import { backupOf } from '../formats/backup-name.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { below, statsOf, Unsafe } from './safe-path.ts'

/** Something below the root that must go before the files are written. */
export interface InTheWay {
  readonly file: string
  readonly why: string
}

/** What is in the way of an answer at known places: what it wants removed, and files at its places that netglot did not make. */
export function obstaclesOf({ files, links, remove }: TargetAnswer, root: string): readonly InTheWay[] {
  const own = new Set([...files, ...links].map(({ path }) => path))
  const foreign = 'netglot would write there, and did not make what is there'
  const all = [
    ...remove.filter(({ path }) => !own.has(path)).flatMap(({ path, why }) => existing(root, path, why)),
    ...files.flatMap(({ path }) => existing(root, path, foreign)).filter(({ file }) => !isOurs(file)),
    ...links.flatMap(({ path, to }) => existing(root, path, foreign).filter(({ file }) => linkTarget(file) !== to)),
  ]
  return all.filter(({ file }, i) => all.findIndex(other => other.file === file) === i)
}

const existing = (root: string, path: string, why: string): InTheWay[] => {
  const file = below(root, path)
  return statsOf(file) === undefined ? [] : [{ file, why }]
}

const linkTarget = (file: string): string | undefined => (statsOf(file)?.isSymbolicLink() ? readlinkSync(file) : undefined)

/** Whether netglot made the file: its first line says so, or the second of a script. */
export function isOurs(file: string): boolean {
  if (!statsOf(file)?.isFile()) return false
  const [first = '', second = ''] = beginning(file).split('\n')
  return (first.startsWith('#!') ? second : first).startsWith('# Made by netglot')
}

const beginning = (file: string): string => {
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(1024)
    return bytes.toString('utf8', 0, readSync(descriptor, bytes))
  } finally {
    closeSync(descriptor)
  }
}

/** Moves what is in the way to its backup. */
export function adopt({ file }: InTheWay): void {
  const backup = backupOf(file)
  if (statsOf(backup) !== undefined) throw new Unsafe(backup, 'there is a backup already: move it away first')
  renameSync(file, backup)
}
