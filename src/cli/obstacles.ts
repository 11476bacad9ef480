import type { Obstacle } from '../targets/answer.ts'
import type { Known, Touch } from './root/known.ts'
import type { Placed } from './root/places.ts'
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
export function obstaclesOf(placed: readonly Placed[], remove: readonly Obstacle[], root: string, known: Known): readonly InTheWay[] {
  const own = new Set(placed.map(({ wanted }) => wanted.path))
  const all = [
    ...remove.filter(({ path }) => !own.has(path)).flatMap(({ path, why }) => existing(below(root, path), why)),
    ...placed.flatMap(one => atItsPlace(one, known)),
  ]
  return all.filter(({ file }, i) => all.findIndex(other => other.file === file) === i)
}

const existing = (file: string, why: string): InTheWay[] => (statsOf(file) === undefined ? [] : [{ file, why, slug: 'in-the-way' }])

/** What has the right content is no matter, whoever wrote it. */
const atItsPlace = ({ wanted, file, present, differences }: Placed, known: Known): InTheWay[] => {
  if (present === undefined || !differences.includes('content')) return []
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
