import { backupOf } from '../../formats/backup-name.ts'
import type { Plan } from './plan.ts'

/** What was done below a root, for programs; `would`: what a run would do. */
export const planJson = ({ root, placed, changes, prune, backUp }: Plan): object => ({
  root,
  created: changes.filter(({ present }) => present === undefined).map(({ file }) => file),
  changed: changes.filter(({ present }) => present !== undefined).map(({ file }) => file),
  unchanged: placed.filter(one => !changes.includes(one)).map(({ file }) => file),
  removed: prune.map(({ file }) => file),
  backups: backUp.map(({ file }) => ({ file, backup: backupOf(file) })),
})
