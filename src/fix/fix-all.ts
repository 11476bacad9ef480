import type { Source } from '../description/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { render } from '../render.ts'
import { applyFix } from './apply-fix.ts'

/** A description after its fixes. */
export interface Fixed {
  readonly source: Source
  /** The diagnostics that are gone, in the order in which they were fixed. */
  readonly fixed: readonly Diagnostic[]
}

/**
 * Mends what has a certain remedy, one after the other, until nothing is left that has: a misspelt key hides what is wrong with its value.
 * A fix stays only where its diagnostic is gone after it and nothing new is refused.
 */
export function fixAll(source: Source): Fixed {
  const fixed: Diagnostic[] = []
  let now = source
  for (;;) {
    const next = oneFix(now)
    if (next === undefined) return { source: now, fixed }
    now = next.source
    fixed.push(next.diagnostic)
  }
}

const oneFix = (source: Source): { readonly source: Source; readonly diagnostic: Diagnostic } | undefined => {
  const before = diagnosed(source)
  for (const diagnostic of before) {
    const after = diagnostic.fix && applyFix(source, diagnostic.fix)
    if (after !== undefined && isBetter(before, diagnosed(after), diagnostic)) return { source: after, diagnostic }
  }
  return undefined
}

const diagnosed = (source: Source): readonly Diagnostic[] => render(source, { targets: [] }).diagnostics

/**
 * An error of one stage hides what later stages would say, so what they say now is no new fault. NG1 is reading, NG2 the keys, NG3 what they name.
 * An error that has a fix itself may come: `ip: 192.0.2.1/24` is renamed first, and then put into a list.
 */
const isBetter = (before: readonly Diagnostic[], after: readonly Diagnostic[], { code, path, message }: Diagnostic): boolean => {
  const reached = before.some(d => d.severity === 'error') ? stageOf(code) : '9'
  const errors = (all: readonly Diagnostic[]): number =>
    all.filter(d => d.severity === 'error' && d.fix === undefined && stageOf(d.code) <= reached).length
  const left = (all: readonly Diagnostic[]): number => all.filter(d => d.code === code && d.path === path && d.message === message).length
  return errors(after) <= errors(before) && left(after) < left(before)
}

const stageOf = (code: string): string => code.slice(2, 3)
