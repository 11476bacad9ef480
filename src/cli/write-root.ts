import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { found, systemReason } from './found.ts'
import { filesInTheWay, servicesInTheWay } from './in-the-way.ts'
import { carryOut, isDone, removeEmptied } from './root/carry-out.ts'
import { ownersNotSet } from './root/owners-not-set.ts'
import { type Plan, type PlanOptions, planRoot } from './root/plan.ts'
import { removeTemporaries } from './root/remove-temporaries.ts'
import { Transaction } from './root/transaction.ts'
import { UnknownAccount } from './root/unknown-account.ts'
import { Unsafe } from './safe-path.ts'

export interface WriteOptions extends PlanOptions {
  /** Whether to say only what would be done. */
  readonly check: boolean
  /** Whether to wait until all is on the disk. */
  readonly durable: boolean
}

export interface Written {
  /** What was done, or would be; undefined when nothing may be. */
  readonly plan: Plan | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** Writes an answer below a root: all of it, and what else belongs to it, or nothing when anything is in the way or fails. */
export function writeRoot(answer: TargetAnswer, root: string, options: WriteOptions, also?: (transaction: Transaction) => void): Written {
  const target = answer.text
  const transaction = new Transaction(options.durable)
  try {
    const plan = planRoot(answer, root, options)
    const refused = refusalsOf(plan)
    if (refused.length > 0) return { plan: undefined, diagnostics: refused }
    if (options.check) return { plan, diagnostics: ownersNotSet(plan) }
    removeTemporaries(plan)
    const done = isDone(plan)
    if (!done) carryOut(plan, transaction)
    also?.(transaction)
    transaction.commit()
    if (!done) removeEmptied(plan)
    return { plan, diagnostics: ownersNotSet(plan) }
  } catch (error) {
    const lost = transaction.rollback().map(({ file, why }) => found('not-undone', { file, why }, { target }))
    return { plan: undefined, diagnostics: [trouble('file-unwritable', error, root, target), ...lost] }
  }
}

/** What keeps an answer from being written. */
export const refusalsOf = ({ stays, services, answer, root }: Plan): readonly Diagnostic[] => [
  ...filesInTheWay(stays, answer.text),
  ...servicesInTheWay({ files: [], services }, answer.text, root),
]

/** The diagnostic of a file that can't be read or written; throws on when the fault is ours. */
export const trouble = (slug: 'file-unreadable' | 'file-unwritable', error: unknown, root: string, target?: string): Diagnostic => {
  if (error instanceof UnknownAccount) return found('unknown-account', error.about, { target })
  if (error instanceof Unsafe) return found(slug, { file: error.file, why: error.message }, { target })
  const why = systemReason(error)
  if (why === undefined) throw error
  const file = error instanceof Error && 'path' in error && typeof error.path === 'string' ? error.path : root
  return found(slug, { file, why }, { target })
}
