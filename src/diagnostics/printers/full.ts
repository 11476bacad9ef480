import type { Diagnostic, Related, Span } from '../diagnostic.ts'
import type { Severity } from '../spec.ts'
import { frame, type SourceLines } from './frame.ts'
import { once, type Told } from './once.ts'
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
  return `${blocks(diagnostics, source, colour)}${paintWith(colour)('strong', `netglot: ${counted(once(diagnostics))}`)}\n`
}

/** The same without the count. */
export function blocks(diagnostics: readonly Diagnostic[], source: readonly SourceText[], colour: boolean): string {
  const told = once(diagnostics)
  const paint = paintWith(colour)
  const lines: SourceLines = new Map(source.map(({ name, text }) => [name, text.split(/\r\n|[\r\n]/)]))
  const shown = told.slice(0, most).map(d => `${block(d, lines, paint).join('\n')}\n\n`)
  return `${shown.join('')}${told.length > most ? `… and ${told.length - most} more, which --format json shows\n\n` : ''}`
}

const block = (d: Told, lines: SourceLines, paint: Paint): string[] => {
  const head = `${paint(d.severity, `${d.severity}[${d.code}]`)}${paint('strong', `: ${visible(d.message)}`)}`
  const place = d.span === undefined ? [] : [arrow('-->', d.span, paint), ...frame(d.span, lines, own(d.severity), paint)]
  const facts = [fact('help', d.hint, paint), ...aboutTargets(d.targets, paint)]
  return [head, ...place, ...d.related.flatMap(r => relatedBlock(r, lines, paint)), ...facts]
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
