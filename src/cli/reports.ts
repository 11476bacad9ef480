import type { Source } from '../description/source.ts'
import type { Diagnostic, Span } from '../diagnostics/diagnostic.ts'
import { masked } from '../diagnostics/printers/mask.ts'
import type { ReportedFix } from '../diagnostics/printers/sarif.ts'
import { fixEdits, type TextEdit } from '../fix/apply-fix.ts'
import { toStdout, version } from './emit.ts'
import type { ReportFormat } from './report-format.ts'

/** Prints the diagnostics in the format to standard output. */
export async function emitReport(format: ReportFormat, diagnostics: readonly Diagnostic[], source: Source): Promise<void> {
  if (format === 'sarif') {
    const [{ sarif }, { pages }] = await Promise.all([import('../diagnostics/printers/sarif.ts'), import('../explain/pages.js')])
    toStdout(`${JSON.stringify(sarif(diagnostics, { version, pages, fixOf: d => reportedFix(d, source) }), null, 2)}\n`)
  } else if (format === 'github') toStdout((await import('../diagnostics/printers/github.ts')).github(diagnostics))
  else
    toStdout(
      (await import('../diagnostics/printers/junit.ts')).junit(
        diagnostics,
        source.map(({ name }) => name),
      ),
    )
}

/** A fix whose text may be shown: reports lie about in public, and what is moved may be a secret. */
const reportedFix = ({ fix }: Diagnostic, source: Source): ReportedFix | undefined => {
  const edits = fix && fixEdits(source, fix)
  if (fix === undefined || edits === undefined || edits.some(edit => isSecret(edit, source))) return undefined
  return { title: fix.title, edits: edits.map(edit => ({ deleted: spanOf(edit, source), text: edit.text })) }
}

const textOf = (source: Source, file: string): string => source.find(({ name }) => name === file)?.text ?? ''

const isSecret = ({ file, from, to, text }: TextEdit, source: Source): boolean => {
  const before = textOf(source, file)
  const after = before.slice(0, from) + text + before.slice(to)
  return showsSecret(before, from, to) || showsSecret(after, from, from + text.length)
}

const showsSecret = (text: string, from: number, to: number): boolean => {
  const lines = text.split(/\r\n|[\r\n]/)
  const [first, last] = [positionOf(text, from).line, positionOf(text, to).line]
  return lines.some((_, i) => i + 1 >= first && i + 1 <= last && masked(lines, i).hiddenFrom !== Number.POSITIVE_INFINITY)
}

const spanOf = ({ file, from, to }: TextEdit, source: Source): Span => {
  const [start, end] = [positionOf(textOf(source, file), from), positionOf(textOf(source, file), to)]
  return { file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

const positionOf = (text: string, at: number): { readonly line: number; readonly column: number } => {
  const before = text.slice(0, at).split(/\r\n|[\r\n]/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
