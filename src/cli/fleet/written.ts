import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FileChanges } from '../root/file-changes.ts'

/** How many files and links. */
export interface Counts {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
}

/** What became of one answer. */
export interface Written {
  readonly counts: Counts
  /** For programs: as with `--root`; undefined when nothing may be written. */
  readonly json: object | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Of a format that is a document: its place and its sha256, where it is there now. */
  readonly documents?: readonly (readonly [place: string, sha256: string])[]
}

const none: Counts = { created: 0, changed: 0, unchanged: 0, removed: 0 }

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce(
    (a, b) => ({
      created: a.created + b.created,
      changed: a.changed + b.changed,
      unchanged: a.unchanged + b.unchanged,
      removed: a.removed + b.removed,
    }),
    none,
  )

interface Paths extends Partial<FileChanges> {
  readonly root: string
}

/** What was written without looking further, since nothing was there or all is the same. */
export const wrote = (
  { root, created = [], changed = [], unchanged = [], removed = [], backups = [] }: Paths,
  diagnostics: readonly Diagnostic[] = [],
): Written => ({
  counts: { created: created.length, changed: changed.length, unchanged: unchanged.length, removed: removed.length + backups.length },
  json: { root, created, changed, unchanged, removed, backups },
  diagnostics,
})

export const notWritten = (diagnostics: readonly Diagnostic[]): Written => ({ counts: none, json: undefined, diagnostics })
