import { visible } from '../diagnostics/printers/paint.ts'
import type { Cause, ExplainedFile, ExplainedLine } from '../explain/explain.ts'

/** The column where the explanation of a line begins; a longer line has it below. */
const column = 44

/** Files for people: beside each line the place of the description that caused it, what the key is for, and the page of the manual. */
export const explainText = (files: readonly ExplainedFile[], colour: boolean): string =>
  files.map(file => fileText(file, colour)).join('\n')

const fileText = ({ path, mode, owner, group, lines }: ExplainedFile, colour: boolean): string => {
  // What a key is for is said once a file.
  const told = new Set<string>()
  return [`# ${path} (${mode} ${owner}:${group})`, ...lines.map(line => lineText(line, told, colour))].join('\n').concat('\n')
}

const lineText = (line: ExplainedLine, told: Set<string>, colour: boolean): string => {
  const notes = notesOf(line, told)
  if (notes.length === 0) return line.text
  const pad = (text: string): string => ' '.repeat(Math.max(0, column - [...text].length))
  const below = [...line.text].length >= column
  const shown = notes.map((note, i) => {
    const before = i === 0 && !below ? pad(line.text) : ' '.repeat(column)
    return `${before}${colour ? `\u001b[2m< ${note}\u001b[0m` : `< ${note}`}`
  })
  return below ? [line.text, ...shown].join('\n') : [line.text + (shown[0] ?? ''), ...shown.slice(1)].join('\n')
}

const notesOf = ({ causes, why, manual }: ExplainedLine, told: Set<string>): readonly string[] => {
  const page = (first: boolean): string => (first && manual !== undefined && !told.has(manual) ? ` [${remember(manual, told)}]` : '')
  if (why !== undefined) return [`${visible(why)}${page(true)}`]
  return causes.map((cause, i) => `${placeOf(cause)}${aboutOf(cause, told)}${page(i === 0)}`)
}

const placeOf = ({ path, span }: Cause): string => visible(span === undefined ? path : `${span.file}:${span.line} ${path}`)

const aboutOf = ({ about }: Cause, told: Set<string>): string =>
  about === undefined || told.has(about) ? '' : `: ${remember(about, told)}`

const remember = (text: string, told: Set<string>): string => {
  told.add(text)
  return text
}
