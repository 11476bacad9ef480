import type { Obstacle } from '../targets/answer.ts'
import type { Known, Touch } from './root/known.ts'
import { presentAt } from './root/present.ts'
import { differencesOf, type Wanted } from './root/wanted.ts'
import { below, statsOf } from './safe-path.ts'

/** Something below the root that must go before the files are written. */
export interface InTheWay {
  readonly file: string
  readonly why: string
  readonly slug: 'in-the-way' | 'left-over' | 'edited-file'
  /** Whether `--prune` may remove it. */
  readonly prunable?: boolean
}

/** What is in the way of an answer at known places: what it wants removed, and at its own places what netglot did not make or somebody changed since. */
export function obstaclesOf(wanted: readonly Wanted[], remove: readonly Obstacle[], root: string, known: Known): readonly InTheWay[] {
  const own = new Set(wanted.map(({ path }) => path))
  const all = [
    ...remove.filter(({ path }) => !own.has(path)).flatMap(({ path, why }) => existing(below(root, path), why)),
    ...wanted.flatMap(one => atItsPlace(one, below(root, one.path), known)),
  ]
  return all.filter(({ file }, i) => all.findIndex(other => other.file === file) === i)
}

const existing = (file: string, why: string): InTheWay[] => (statsOf(file) === undefined ? [] : [{ file, why, slug: 'in-the-way' }])

/** What has the right content is no matter, whoever wrote it. */
const atItsPlace = (wanted: Wanted, file: string, known: Known): InTheWay[] => {
  const present = presentAt(file)
  if (present === undefined || !differencesOf(wanted, present).includes('content')) return []
  const touch = known.touch(wanted.path, file, present)
  return touch === 'untouched' ? [] : [{ file, ...changed[touch] }]
}

const changed: Readonly<Record<Exclude<Touch, 'untouched'>, Pick<InTheWay, 'why' | 'slug'>>> = {
  edited: { slug: 'edited-file', why: 'it was changed since netglot wrote it' },
  unknown: {
    slug: 'edited-file',
    why: 'its first line says that netglot made it, but no manifest tells whether it was changed since',
  },
  foreign: { slug: 'in-the-way', why: 'netglot would write there, and did not make what is there' },
}
