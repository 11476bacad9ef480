import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BesidePlan } from './beside-plan.ts'
import { isTemporary } from './root/temporary.ts'
import type { Transaction } from './root/transaction.ts'
import { statsOf } from './safe-path.ts'

/** Writes the files that stand beside the tree of a format. What a run has left that was killed goes. */
export function writeBeside({ folders, changes, told }: BesidePlan, transaction: Transaction): void {
  for (const folder of folders.filter(path => statsOf(path) !== undefined))
    for (const name of readdirSync(folder).filter(isTemporary)) rmSync(join(folder, name), { force: true })
  const staged = changes.map(({ file, content, mode }) => transaction.stage(file, { text: content, mode, owner: undefined }))
  const replaced = new Set(changes.map(({ file }) => file))
  for (const { file, backup } of told.backups)
    if (replaced.has(file)) transaction.copy(file, backup)
    else transaction.move(file, backup)
  for (const one of staged) transaction.put(one)
  for (const file of told.removed) transaction.remove(file)
  transaction.sync()
}
