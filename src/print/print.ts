import type { Path } from '../model/leaf.ts'
import { type Document, joined, type Piece } from '../targets/documents/document.ts'
import { templates } from './templates.js'

/** Where a line of a file comes from. */
export interface LineOrigin {
  readonly origins: readonly Path[]
  /** Why the line is there, where no place of the description is its origin. */
  readonly why: string | undefined
  /** Whether a password or a key stands in it. */
  readonly secret: boolean
}

export interface PrintedFile {
  readonly path: string
  readonly mode: string
  readonly owner: string
  readonly group: string
  /** Whether it holds a password or a key. */
  readonly secret: boolean
  readonly content: string
  /** One entry a line of `content`. */
  readonly lines: readonly LineOrigin[]
}

// A mark is the piece's number between two characters that no description can hold: parse refuses control characters.
const [open, close] = ['\u0001', '\u0002']

/**
 * The document as text. Every value of the view carries a mark through the template, so what counts as printed is what really came out:
 * a template that tests a value without printing it is found out.
 */
export function print(document: Document, header: readonly string[]): PrintedFile {
  const pieces: Piece[] = []
  const mark = (piece: Piece): string => `${open}${pieces.push(piece) - 1}${close}${piece.text}`
  const comments = [...header, ...document.comments].map(document.comment ?? String)
  const raw = templates[document.template]({ header: comments, ...document.view(mark) })
  const texts: string[] = []
  const lines: LineOrigin[] = []
  for (const line of (raw.endsWith('\n') ? raw.slice(0, -1) : raw).split('\n')) {
    const { text, from } = marked(line, pieces)
    texts.push(text)
    lines.push(from)
  }
  const secret = lines.some(line => line.secret)
  return {
    path: document.path,
    mode: secret ? document.secretMode : document.mode,
    owner: document.owner,
    group: document.group,
    secret,
    content: `${texts.join('\n')}\n`,
    lines,
  }
}

interface MarkedLine {
  readonly text: string
  readonly from: LineOrigin
}

const marked = (line: string, all: readonly Piece[]): MarkedLine => {
  const at = line.indexOf(open)
  if (at < 0) return { text: line, from: layout }
  const end = line.indexOf(close, at)
  const piece = all[Number(line.slice(at + 1, end))]
  // Nearly all lines have one.
  if (piece === undefined || line.includes(open, end)) return markedOften(line, all)
  return { text: line.slice(0, at) + line.slice(end + 1), from: originOf(piece) }
}

const markedOften = (line: string, all: readonly Piece[]): MarkedLine => {
  const [before = '', ...parts] = line.split(open)
  const pieces: Piece[] = []
  let text = before
  for (const part of parts) {
    const end = part.indexOf(close)
    const piece = all[Number(part.slice(0, end))]
    if (piece !== undefined) pieces.push(piece)
    text += part.slice(end + 1)
  }
  return { text, from: originOf(joined(pieces, '')) }
}

const layout: LineOrigin = { origins: [], why: 'layout', secret: false }

const originOf = ({ origins, why, secret }: Piece): LineOrigin => ({
  origins,
  why: origins.length > 0 ? undefined : (why ?? 'layout'),
  secret,
})
