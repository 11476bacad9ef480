import type { Diagnostic, Span } from '../diagnostic.ts'

/** A diagnostic as people read it: once, for all the targets that it is about. */
export interface Told extends Diagnostic {
  readonly targets: readonly string[]
}

/** What is the same but for its target, put together at the place of the first. */
export const once = (diagnostics: readonly Diagnostic[]): readonly Told[] =>
  // A spread with one more key takes V8 many times as long.
  grouped(diagnostics, sameness).map(all => Object.assign({}, all[0], { targets: targetsOf(all) }))

const targetsOf = (all: readonly Diagnostic[]): readonly string[] => [...new Set(all.flatMap(({ target }) => target ?? []))]

/** What has the same key, together at the place of the first. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [T, ...T[]])[] {
  const groups = new Map<string, [T, ...T[]]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return [...groups.values()]
}

const sameness = (d: Diagnostic): string => [d.severity, d.code, d.message, d.hint, d.path, ...placeOf(d)].join('\0')

/** Where it is, and what else it points at. */
export const placeOf = ({ span, related }: Diagnostic): readonly (string | number)[] => [
  ...place(span),
  ...related.flatMap(r => [r.message, r.path, ...place(r.span)]),
]

const place = (span: Span | undefined): readonly (string | number)[] =>
  span === undefined ? [''] : [span.file, span.line, span.column, span.endLine, span.endColumn]
