import type { Accounts } from '../../targets/context.ts'
import { answerJson } from '../answer-json.ts'
import { summaryText } from '../answer-text.ts'
import { emitDiagnostics, emitJson, toStderr } from '../emit.ts'
import { exit, statusOf } from '../outcome.ts'
import type { Prepared } from '../prepare.ts'
import { isInPlace } from './carry-out.ts'
import type { Plan } from './plan.ts'
import { planJson } from './plan-json.ts'
import { planText } from './plan-text.ts'
import type { Wishes } from './wishes.ts'
import { writeAll } from './write-all.ts'

interface Options {
  readonly wishes: Wishes
  readonly accounts: Accounts
  readonly json: boolean
}

/** Writes the answers below a root, or looks what writing would do, and tells of it. Returns the exit status. */
export function writeAndTell(prepared: Prepared, root: string, { wishes, accounts, json }: Options): number {
  const written = writeAll(prepared, root, wishes, accounts)
  const plans = [...written.values()].flatMap(({ plan }) => plan ?? [])
  const diagnostics = [...prepared.diagnostics, ...[...written.values()].flatMap(one => one.diagnostics)]
  const told = prepared.targets.map(answer => ({ ...answerJson(answer), written: planOf(written.get(answer)?.plan) }))
  if (json) emitJson({ targets: told, diagnostics })
  else {
    for (const plan of plans) tell(plan, wishes.check === true)
    emitDiagnostics(diagnostics, prepared.source)
  }
  const differs = wishes.check === true && !plans.every(isInPlace)
  return statusOf(diagnostics) || (differs ? exit.refused : exit.done)
}

const planOf = (plan: Plan | undefined): object | undefined => plan && planJson(plan)

/** Tells people what was written, and what goes with it; or what would be. */
const tell = (plan: Plan, would: boolean): void => {
  const isEmpty = plan.placed.length === 0
  if (!isEmpty || !isInPlace(plan)) toStderr(`${planText(plan, would)}\n`)
  if (!would && isEmpty === isInPlace(plan)) toStderr(`${summaryText(plan.answer, plan.root)}\n`)
}
