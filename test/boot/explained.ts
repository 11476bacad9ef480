import type { Pair } from './pair.ts'

/** A difference that is the stack's own doing. */
interface Explanation {
  /** Of a stack. */
  readonly stack: RegExp
  /** Of a case. */
  readonly case: RegExp
  readonly difference: RegExp
  readonly reason: string
}

const explanations: readonly Explanation[] = []

/** Why a difference is none of netglot's doing; undefined where nobody can say. */
export const explanationOf = ({ case: { name }, stack }: Pair, difference: string): string | undefined =>
  explanations.find(e => e.stack.test(stack.name) && e.case.test(name) && e.difference.test(difference))?.reason
