import { isUtf8 } from 'node:buffer'
import { readFileSync, readlinkSync } from 'node:fs'
import type { PrintedFile } from '../../print/print.ts'
import { statsOf } from '../safe-path.ts'
import type { Touch } from './known.ts'
import type { Placed } from './places.ts'
import type { Plan } from './plan.ts'
import { type Present, presentAt } from './present.ts'
import { shownOfPresent, shownOfWanted } from './shown-lines.ts'
import { unified } from './unified.ts'
import { modeOf } from './wanted.ts'

/** What is there, and what should be; null where there is none. */
type Pair = readonly [string | null, string | null]

/** What would become of one file. */
export interface FileDiff {
  readonly file: string
  readonly change: 'create' | 'change' | 'remove'
  /** What became of it since netglot wrote it; null where nothing is there. */
  readonly touch: Touch | null
  readonly mode: Pair | null
  /** Numbers of user and group. */
  readonly owner: Pair | null
  /** To what a symbolic link leads. */
  readonly link: Pair | null
  /** The hunks of a unified diff, secrets masked; empty where the content stays. */
  readonly diff: string
  /** Why there are no hunks although the content differs. */
  readonly noText: string | null
}

/** What would change below a root: the answer's places, then what `--prune` would remove. */
export async function fileDiffs({ changes, prune, known }: Plan): Promise<readonly FileDiff[]> {
  const all: FileDiff[] = []
  for (const change of changes) {
    const { wanted, file, present } = change
    const touch = present === undefined ? null : known.touch(wanted.path, file, present)
    all.push({ ...attributes(change), file, change: touch === null ? 'create' : 'change', touch, ...(await contentOf(change)) })
  }
  for (const { file } of prune) {
    const present = presentAt(file)
    if (present === undefined) continue
    const link: Pair | null = linkAt(file) === null ? null : [linkAt(file), null]
    all.push({ file, change: 'remove', touch: 'untouched', mode: null, owner: null, link, ...(await hunks(file, present, undefined)) })
  }
  return all
}

const attributes = ({ wanted, file, present, differences }: Placed): Pick<FileDiff, 'mode' | 'owner' | 'link'> => {
  if (!('file' in wanted)) return { mode: null, owner: null, link: [linkAt(file), wanted.to] }
  const { owner } = wanted
  const differs = (what: 'mode' | 'owner'): boolean => present !== undefined && differences.includes(what)
  return {
    mode: differs('mode') ? [octal(present?.mode ?? 0), octal(modeOf(wanted))] : null,
    owner: differs('owner') ? [`${present?.uid}:${present?.gid}`, `${owner?.uid}:${owner?.gid}`] : null,
    link: linkAt(file) === null ? null : [linkAt(file), null],
  }
}

const octal = (mode: number): string => mode.toString(8).padStart(4, '0')

const linkAt = (file: string): string | null => (statsOf(file)?.isSymbolicLink() ? readlinkSync(file) : null)

type ContentDiff = Pick<FileDiff, 'diff' | 'noText'>

const contentOf = ({ wanted, file, present, differences }: Placed): ContentDiff | Promise<ContentDiff> => {
  if (present !== undefined && !differences.includes('content')) return { diff: '', noText: null }
  return hunks(file, present, 'file' in wanted ? wanted.file : undefined)
}

const hunks = async (file: string, present: Present | undefined, wanted: PrintedFile | undefined): Promise<ContentDiff> => {
  const bytes = statsOf(file)?.isFile() ? readFileSync(file) : Buffer.alloc(0)
  if (!isUtf8(bytes)) return { diff: '', noText: 'what is there is no text' }
  const content = bytes.toString()
  const before = { content, shown: shownOfPresent(content, wanted, present?.mode ?? 0) }
  const after = { content: wanted?.content ?? '', shown: wanted === undefined ? [] : shownOfWanted(wanted) }
  return { diff: await unified(before, after), noText: null }
}
