import { readdirSync, statSync } from 'node:fs'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { folderOf } from './folder-of.ts'
import { exit, statusOf } from './outcome.ts'
import { type FileDiff, fileDiffs } from './root/file-diff.ts'
import { ownersNotSet } from './root/owners-not-set.ts'
import { type PlanOptions, planRoot } from './root/plan.ts'
import { statsOf, Unsafe } from './safe-path.ts'
import { refusalsOf, trouble } from './write-root.ts'

/** An answer beside what is below its root. */
export interface Compared {
  readonly answer: TargetAnswer
  readonly root: string
  readonly files: readonly FileDiff[]
  /** Why `render --root` would write nothing. */
  readonly inTheWay: readonly Diagnostic[]
  /** Why nothing can be told, and what else there is to say. */
  readonly troubles: readonly Diagnostic[]
}

/** Compares the answers that did not fail. `mayBeNew`: whether a root may not be there yet. */
export async function compareAll(
  answers: readonly TargetAnswer[],
  root: string,
  options: PlanOptions,
  mayBeNew = false,
): Promise<readonly Compared[]> {
  const all: Compared[] = []
  for (const answer of answers.filter(({ failed }) => !failed))
    all.push(await compare(answer, folderOf(answer, answers, root), options, mayBeNew))
  return all
}

/** A root that can't be read would look as if everything were new. */
const compare = async (answer: TargetAnswer, root: string, options: PlanOptions, mayBeNew: boolean): Promise<Compared> => {
  try {
    if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false) throw new Unsafe(root, 'it is no directory')
    if (!mayBeNew || statsOf(root) !== undefined) readdirSync(root)
    const plan = planRoot(answer, root, options)
    return { answer, root, files: await fileDiffs(plan), inTheWay: refusalsOf(plan), troubles: ownersNotSet(plan) }
  } catch (error) {
    return { answer, root, files: [], inTheWay: [], troubles: [trouble('file-unreadable', error, root, answer.text)] }
  }
}

export const isDifferent = (all: readonly Compared[]): boolean => all.some(({ files, inTheWay }) => files.length + inTheWay.length > 0)

/** As diff(1) has it. */
export const statusOfDiff = (troubles: readonly Diagnostic[], differs: boolean): number => {
  const status = statusOf(troubles)
  if (status === exit.fault) return status
  return status !== exit.done ? exit.usage : differs ? exit.refused : exit.done
}

/** For programs. */
export const diffJson = ({ answer: { target, version, distribution }, root, files }: Compared): object => ({
  target,
  version,
  distribution,
  root,
  files,
})
