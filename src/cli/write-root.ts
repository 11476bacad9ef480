import { randomUUID } from 'node:crypto'
import { chownSync, closeSync, fchmodSync, fsyncSync, openSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { PrintedFile } from '../print/print.ts'
import type { Accounts } from '../targets/context.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import type { Devices } from './described.ts'
import { found, systemReason } from './found.ts'
import { filesInTheWay, lookAround, servicesInTheWay } from './in-the-way.ts'
import { adopt } from './obstacles.ts'
import { below, makeParents, statsOf, Unsafe } from './safe-path.ts'

export interface WriteOptions {
  readonly adopt: boolean
  /** The numbers of the owners of files; `root` is 0. */
  readonly accounts: Accounts
  /** The devices that nothing else below the root may claim. */
  readonly devices: Devices
}

/** A file that is written in full beside its place, and needs only its name. */
interface Staged {
  readonly temporary: string
  readonly file: string
}

/** Writes an answer below a root: all of it, or nothing when anything is in the way. Returns what went wrong. */
export function writeRoot(answer: TargetAnswer, root: string, options: WriteOptions): readonly Diagnostic[] {
  const target = answer.text
  const staged: Staged[] = []
  try {
    const around = lookAround(answer, options.devices, root)
    const refused = [...(options.adopt ? [] : filesInTheWay(around, target)), ...servicesInTheWay(around, target, root)]
    if (refused.length > 0) return refused
    for (const file of answer.files) staged.push(stage(root, file.path, temporary => writeFile(temporary, file, options.accounts)))
    for (const { path, to } of answer.links) staged.push(stage(root, path, temporary => symlinkSync(to, temporary)))
    for (const file of around.files) adopt(file)
    for (const { temporary, file } of staged) renameSync(temporary, file)
    for (const folder of new Set(staged.map(({ file }) => dirname(file)))) syncFolder(folder)
    return []
  } catch (error) {
    for (const { temporary } of staged) rmSync(temporary, { force: true })
    return [unwritable(error, root, target)]
  }
}

/** The diagnostic of a file that can't be written; throws on when the fault is ours. */
const unwritable = (error: unknown, root: string, target: string): Diagnostic => {
  if (error instanceof Unsafe) return found('file-unwritable', { file: error.file, why: error.message }, { target })
  const why = systemReason(error)
  if (why === undefined) throw error
  const file = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : root
  return found('file-unwritable', { file, why }, { target })
}

const stage = (root: string, path: string, write: (temporary: string) => void): Staged => {
  const file = below(root, path)
  if (statsOf(file)?.isDirectory()) throw new Unsafe(file, 'it is a directory')
  makeParents(root, path)
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}.netglot-new`)
  try {
    write(temporary)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  return { temporary, file }
}

/** Nobody else can read the file before it has its mode. */
const writeFile = (temporary: string, { content, mode, owner, group }: PrintedFile, accounts: Accounts): void => {
  const descriptor = openSync(temporary, 'wx', 0o600)
  try {
    writeFileSync(descriptor, content)
    if (process.getuid?.() === 0) chownSync(temporary, numberOf(owner, accounts.users), numberOf(group, accounts.groups))
    fchmodSync(descriptor, Number.parseInt(mode, 8))
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

const numberOf = (name: string, numbers: Readonly<Record<string, number>>): number => {
  if (name === 'root') return 0
  const number = Object.hasOwn(numbers, name) ? numbers[name] : undefined
  if (number === undefined) throw new Unsafe(name, 'nothing tells the number of this account: give --accounts, --user or --group')
  return number
}

const syncFolder = (folder: string): void => {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
