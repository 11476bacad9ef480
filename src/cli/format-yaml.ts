import { parse } from '../description/parse.ts'
import type { SourceFile } from '../description/source.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { Report } from '../diagnostics/report.ts'
import { found } from './found.ts'

interface Formatted {
  readonly text: string
  /** Why the file stays as it is. */
  readonly diagnostics: readonly Diagnostic[]
}

/** A description as prettier lays it out, with its defaults. What is no description, and what would say anything else afterwards, stays as it is. */
export async function formatYaml(file: SourceFile): Promise<Formatted> {
  const { value, diagnostics } = read(file)
  if (value === undefined) return { text: file.text, diagnostics }
  const text = await laidOut(file)
  if (typeof text !== 'string') return { text: file.text, diagnostics: [text] }
  if (read({ ...file, text }).value !== value) throw new Error(`${file.name} would say something else after it was formatted`)
  return { text, diagnostics: [] }
}

/** What it says, as one text. */
const read = (file: SourceFile): { readonly value: string | undefined; readonly diagnostics: readonly Diagnostic[] } => {
  const report = new Report()
  const parsed = parse([file], report)
  const refused = parsed === undefined || report.failed
  return {
    value: refused ? undefined : JSON.stringify(parsed.value),
    diagnostics: refused ? report.diagnostics(place => parsed?.locate(place)).filter(({ severity }) => severity === 'error') : [],
  }
}

/** Prettier has a reader of its own, which may refuse what ours takes; it says where. */
const laidOut = async ({ name, text }: SourceFile): Promise<string | Diagnostic> => {
  const { format, yamlPlugin } = await import('./prettier.ts')
  try {
    return await format(text, { parser: 'yaml', plugins: [yamlPlugin] })
  } catch (error) {
    const { message, loc } = error as Error & { readonly loc?: { readonly start: { readonly line: number; readonly column: number } } }
    if (loc === undefined) throw error
    const { line, column } = loc.start
    const what = `prettier says: ${message.split('\n')[0]?.replace(/ \(\d+:\d+\)$/, '')}`
    return found('yaml-syntax', { what }, { span: { file: name, line, column, endLine: line, endColumn: column + 1 } })
  }
}
