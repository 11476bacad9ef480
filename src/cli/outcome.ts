import type { Diagnostic, Slug } from '../diagnostics/diagnostic.ts'

/** The exit statuses of the program. */
export const exit = { done: 0, refused: 1, usage: 2, trouble: 3, fault: 70 } as const

/** Wrong usage of the command line. */
export class UsageError extends Error {}

const statuses: Partial<Record<Slug, number>> = {
  'unknown-target': exit.usage,
  'unknown-version': exit.usage,
  'unknown-recipe': exit.usage,
  'unknown-parameter': exit.usage,
  'bad-parameter': exit.usage,
  'device-twice': exit.usage,
  'file-unreadable': exit.trouble,
  'file-unwritable': exit.trouble,
  'not-undone': exit.trouble,
  'unknown-account': exit.trouble,
  'leaf-unaccounted': exit.fault,
  internal: exit.fault,
}

/** The exit status that the diagnostics ask for; the worst one wins. */
export const statusOf = (diagnostics: readonly Diagnostic[]): number =>
  diagnostics
    .filter(d => d.severity === 'error')
    .map(d => statuses[d.slug] ?? exit.refused)
    .reduce((a, b) => Math.max(a, b), exit.done)
