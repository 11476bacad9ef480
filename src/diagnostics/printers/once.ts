import type { Diagnostic, Span } from '../diagnostic.ts'

/** A diagnostic as people read it: once, for all the targets that it is about. */
export interface Told extends Diagnostic {
  readonly targets: readonly string[]
}

/** What is the same but for its target, put together at the place of the first. */
export function once(diagnostics: readonly Diagnostic[]): readonly Told[] {
  const groups = new Map<string, Diagnostic[]>()
  for (const d of diagnostics) {
    const key = sameness(d)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [d])
    else group.push(d)
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...first, targets: [...new Set([first, ...others].flatMap(({ target }) => target ?? []))] }],
  )
}

const sameness = ({ severity, code, message, hint, path, span, related }: Diagnostic): string =>
  [severity, code, message, hint, path, ...place(span), ...related.flatMap(r => [r.message, r.path, ...place(r.span)])].join('\0')

const place = (span: Span | undefined): readonly (string | number)[] =>
  span === undefined ? [''] : [span.file, span.line, span.column, span.endLine, span.endColumn]
