import type { Span } from '../diagnostics/diagnostic.ts'
import type { Report } from '../diagnostics/report.ts'
import type { SourceFile } from './source.ts'

const megabyte = 1_000_000
const sizeLimit = 16
const depthLimit = 64

/** C0 but tab and line ends, DEL, C1, the line separators of Unicode, what turns the direction of a line so that it shows other than it is, and lone surrogates. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufffe\uffff]/u

/** Refuses text that no description is: too large, with control characters, or nested so deeply that a parser would die of it. */
export function guard(file: SourceFile, report: Report): boolean {
  const size = file.text.length / megabyte
  if (size > sizeLimit) report.add('too-large', { megabytes: Math.ceil(size), limit: sizeLimit }, { span: spanAt(file, 0) })
  else if (!refuseControls(file, report)) return false
  else if (depth(file.text) > depthLimit) report.add('too-deep', {}, { span: spanAt(file, 0) })
  else return true
  return false
}

const refuseControls = (file: SourceFile, report: Report): boolean => {
  if (/^[ -~\n]*$/.test(file.text)) return true
  const at = file.text.search(forbidden)
  if (at < 0) return true
  report.add('control-character', { character: codePoint(file.text, at) }, { span: spanAt(file, at) })
  return false
}

const codePoint = (text: string, at: number): string => `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`

/** The control character of a scalar, which an escape such as "\x07" or a line break in quotes may have brought in. */
export const controlCharacter = (text: string): string | undefined => {
  if (/^[ -~]*$/.test(text)) return undefined
  const at = text.search(/[\t\n\r]/) >= 0 ? text.search(/[\t\n\r]/) : text.search(forbidden)
  return at < 0 ? undefined : codePoint(text, at)
}

/** How deeply brackets, indentation and "- - -" nest at the most; brackets in quotes count too, which does no harm at this limit. */
const depth = (text: string): number => {
  let deepest = 0
  let brackets = 0
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from) < 0 ? text.length : text.indexOf('\n', from)
    let [opened, closed] = [0, 0]
    for (let i = from; i < end; i++) {
      const c = text.charCodeAt(i)
      if (c === openBracket || c === openBrace) opened++
      else if (c === closeBracket || c === closeBrace) closed++
    }
    brackets = Math.max(0, brackets + opened - closed)
    deepest = Math.max(deepest, brackets, opened, end - from < 4 * depthLimit ? 0 : indentation(text.slice(from, end)))
    from = end + 1
  }
  return deepest
}

const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d]

const indentation = (line: string): number => Math.floor((/^\s*(?:- )*/.exec(line)?.[0] ?? '').length / 4)

const spanAt = (file: SourceFile, at: number): Span => {
  const before = file.text.slice(0, at).split('\n')
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1]
  return { file: file.name, line, column, endLine: line, endColumn: column + 1 }
}
