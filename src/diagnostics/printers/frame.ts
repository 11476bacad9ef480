import type { Span } from '../diagnostic.ts'
import { masked } from './mask.ts'
import { type Paint, type Style, visible } from './paint.ts'

const width = 100
const tab = '    '
/** A line may be as long as the file: no more of it than this is looked at. */
const farthest = 10 * width

/** The lines of each source file, by its name. */
export type SourceLines = ReadonlyMap<string, readonly string[]>

export interface Mark {
  readonly style: Style
  readonly sign: '^' | '-'
  readonly note: string
}

/** The source line of a span with its number, and below it signs under what is meant. Empty when the text is not at hand. */
export function frame(span: Span, sources: SourceLines, mark: Mark, paint: Paint): string[] {
  const lines = sources.get(span.file)
  const line = lines?.[span.line - 1]
  if (lines === undefined || line === undefined) return []
  const { text, from, length } = cut(line, lines, span)
  const number = String(span.line)
  const bar = (label: string, rest: string): string => `${paint('frame', ` ${label.padStart(number.length)} |`)}${rest}`.trimEnd()
  const signs = `${mark.sign.repeat(length)}${mark.note === '' ? '' : ` ${mark.note}`}`
  return [bar('', ''), bar(number, ` ${text}`), bar('', ` ${' '.repeat(from)}${paint(mark.style, signs)}`)]
}

interface Cut {
  readonly text: string
  readonly from: number
  readonly length: number
}

/** What is shown of the line: secrets hidden, tabs as blanks, and of a long line the part around the place. */
function cut(line: string, lines: readonly string[], span: Span): Cut {
  const { text, hiddenFrom } = masked(lines, span.line - 1)
  const start = Math.min(span.column - 1, line.length)
  const end = span.endLine === span.line ? span.endColumn - 1 : line.length
  const hidden = start >= hiddenFrom
  const first = hidden ? text.length - 6 : start
  const last = hidden ? text.length : Math.min(end, hiddenFrom, text.length)
  return window(
    wide(text.slice(Math.max(0, first - farthest), first)),
    wide(text.slice(first, Math.min(last, first + farthest))),
    wide(text.slice(Math.max(first, last)).slice(0, farthest)),
  )
}

const wide = (text: string): string => visible(text.replaceAll('\t', tab))

const window = (before: string, place: string, after: string): Cut => {
  const length = Math.max(1, Math.min(lengthOf(place), width / 2))
  if (lengthOf(before + place + after) <= width) return { text: before + place + after, from: lengthOf(before), length }
  const head = lengthOf(before) > width / 2 ? `…${[...before.slice(-width)].slice(-width / 4).join('')}` : before
  const rest = [...(place + after).slice(0, 2 * width)]
  const room = width - lengthOf(head)
  return { text: `${head}${rest.slice(0, room).join('')}${rest.length > room ? '…' : ''}`, from: lengthOf(head), length }
}

const lengthOf = (text: string): number => [...text].length
