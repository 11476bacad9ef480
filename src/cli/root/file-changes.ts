import { visible } from '../../diagnostics/printers/paint.ts'

/** What was in the way, and where it is now. */
export interface Backup {
  readonly file: string
  readonly backup: string
}

/** What a run did to files, or would do, by their names. */
export interface FileChanges {
  readonly created: readonly string[]
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  readonly removed: readonly string[]
  readonly backups: readonly Backup[]
}

export const noChanges: FileChanges = { created: [], changed: [], unchanged: [], removed: [], backups: [] }

export const joined = (a: FileChanges, b: FileChanges): FileChanges => ({
  created: [...a.created, ...b.created],
  changed: [...a.changed, ...b.changed],
  unchanged: [...a.unchanged, ...b.unchanged],
  removed: [...a.removed, ...b.removed],
  backups: [...a.backups, ...b.backups],
})

/** Whether a run leaves all as it is. */
export const isNothing = ({ created, changed, removed, backups }: FileChanges): boolean =>
  created.length + changed.length + removed.length + backups.length === 0

/** What a run would do, for people. */
export const wouldText = (changes: FileChanges): string => {
  const { created, changed, removed, backups, unchanged } = changes
  if (isNothing(changes)) return unchanged.length === 0 ? '' : 'all is as it should be, nothing is to be written\n'
  const rows = [
    ...created.map(file => ['new', file]),
    ...changed.map(file => ['changed', file]),
    ...backups.map(({ file, backup }) => ['backup', `${file} -> ${backup}`]),
    ...removed.map(file => ['removed', file]),
  ]
  return `${['would be written:', ...rows.map(([what = '', name = '']) => `  ${what.padEnd(10)} ${visible(name)}`)].join('\n')}\n`
}
