import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BesidePlan } from './beside-plan.ts'
import { putFile } from './root/put-file.ts'
import { isTemporary } from './root/temporary.ts'
import { missingFolders } from './safe-path.ts'

/** Writes the files that stand beside the tree of a format. What a run has left that was killed goes. */
export function writeBeside({ folder, changes, told }: BesidePlan, durable: boolean): void {
  for (const name of readdirSync(folder)) if (isTemporary(name)) rmSync(join(folder, name), { force: true })
  const backups = new Map(told.backups.map(({ file, backup }) => [file, backup]))
  for (const { file, content, mode } of changes) {
    makeParents(file)
    putFile(folder, file, { text: content, mode, owner: undefined }, { backup: backups.get(file), durable })
    backups.delete(file)
  }
  for (const [file, backup] of backups) renameSync(file, backup)
  for (const file of told.removed) rmSync(file)
}

const makeParents = (file: string): void => {
  for (const folder of missingFolders(file)) {
    mkdirSync(folder)
    chmodSync(folder, 0o755)
  }
}
