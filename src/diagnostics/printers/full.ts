import type { Diagnostic, Related, Span } from '../diagnostic.ts'
import type { Severity } from '../spec.ts'
import { frame, type SourceLines } from './frame.ts'
import { type Gathered, gathered, type Variant } from './gathered.ts'
import { once } from './once.ts'
import { type Paint, paintWith, visible } from './paint.ts'

/** A file of the description, as `Source` has it. */
interface SourceText {
  readonly name: string
  readonly text: string
}

/** More than anyone reads; a file that is no description at all can give a hundred thousand. */
const most = 200

/** Diagnostics for people, as rustc prints them: what, where, the line itself, what to do; and a count at the end. Passwords are masked. */
export function full(diagnostics: readonly Diagnostic[], source: readonly SourceText[], colour: boolean): string {
  if (diagnostics.length === 0) return ''
  const told = gathered(once(diagnostics))
  return `${shownOf(told, source, colour)}${paintWith(colour)('strong', `netglot: ${counted(told)}`)}\n`
}

/** The same without the count. */
export const blocks = (diagnostics: readonly Diagnostic[], source: readonly SourceText[], colour: boolean): string =>
  shownOf(gathered(once(diagnostics)), source, colour)

const shownOf = (told: readonly Gathered[], source: readonly SourceText[], colour: boolean): string => {
  const paint = paintWith(colour)
  const lines: SourceLines = new Map(source.map(({ name, text }) => [name, text.split(/\r\n|[\r\n]/)]))
  const shown = told.slice(0, most).map(d => `${block(d, lines, paint).join('\n')}\n\n`)
  return `${shown.join('')}${told.length > most ? `… and ${told.length - most} more, which --format json shows\n\n` : ''}`
}

const block = (d: Gathered, lines: SourceLines, paint: Paint): string[] => {
  const head = `${paint(d.severity, `${d.severity}[${d.code}]`)}${paint('strong', `: ${visible(d.message)}`)}`
  const place = d.span === undefined ? [] : [arrow('-->', d.span, paint), ...frame(d.span, lines, own(d.severity), paint)]
  return [head, ...place, ...d.related.flatMap(r => relatedBlock(r, lines, paint)), ...factsOf(d, paint)]
}

const factsOf = ({ hint, targets, variants }: Gathered, paint: Paint): string[] => {
  if (variants.length === 1) return [fact('help', hint, paint), ...aboutTargets(targets, paint)]
  const oneHint = variants.every(variant => variant.hint === hint)
  const reasons = variants.flatMap(variant => reason(variant, oneHint, paint))
  return oneHint ? [...reasons, fact('help', hint, paint)] : reasons
}

/** Why it is so for some of the targets, and what helps there where that is another thing than for the others. */
const reason = ({ why, hint, targets }: Variant, oneHint: boolean, paint: Paint): string[] => {
  const names = targets.join(', ')
  if (why === '') return [fact('help', `${hint} (${names})`, paint)]
  return [fact(names, why, paint), ...(oneHint ? [] : [fact('help', hint, paint)])]
}

const aboutTargets = (targets: readonly string[], paint: Paint): string[] =>
  targets.length === 0 ? [] : [fact(targets.length === 1 ? 'target' : 'targets', targets.join(', '), paint)]

const own = (severity: Severity) => ({ style: severity, sign: '^', note: '' }) as const

const relatedBlock = ({ message, path, span }: Related, lines: SourceLines, paint: Paint): string[] => {
  const note = visible(message)
  if (span === undefined) return [fact('see', `${path}: ${message}`, paint)]
  const framed = frame(span, lines, { style: 'frame', sign: '-', note }, paint)
  return [arrow(':::', span, paint), ...(framed.length > 0 ? framed : [fact('see', message, paint)])]
}

const arrow = (sign: string, { file, line, column }: Span, paint: Paint): string =>
  `${paint('frame', ` ${sign}`)} ${visible(file)}:${line}:${column}`

const fact = (name: string, text: string, paint: Paint): string =>
  `${paint('frame', '  =')} ${paint('strong', `${name}:`)} ${visible(text)}`

const names = { error: ['error', 'errors'], warning: ['warning', 'warnings'], info: ['note', 'notes'] } as const

const counted = (diagnostics: readonly Diagnostic[]): string =>
  (['error', 'warning', 'info'] as const)
    .map(severity => ({ count: diagnostics.filter(d => d.severity === severity).length, words: names[severity] }))
    .filter(({ count }) => count > 0)
    .map(({ count, words }) => `${count} ${count === 1 ? words[0] : words[1]}`)
    .join(', ')
