import { backupOf } from '../../formats/backup-name.ts'
import type { FileChanges } from './file-changes.ts'
import type { Plan } from './plan.ts'

/** What was done below a root; `would`: what a run would do. */
export const planChanges = ({ placed, changes, prune, backUp }: Plan): FileChanges => ({
  created: changes.filter(({ present }) => present === undefined).map(({ file }) => file),
  changed: changes.filter(({ present }) => present !== undefined).map(({ file }) => file),
  unchanged: placed.filter(one => !changes.includes(one)).map(({ file }) => file),
  removed: prune.map(({ file }) => file),
  backups: backUp.map(({ file }) => ({ file, backup: backupOf(file) })),
})

/** The same for programs. */
export const planJson = (plan: Plan): object => ({ root: plan.root, ...planChanges(plan) })
