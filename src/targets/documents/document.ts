import type { Leaf, Path } from '../../model/leaf.ts'
import type { TemplateName } from '../../print/templates.js'
import type { Syntax, Text } from '../text.ts'

/** A line's text with where it came from. */
export interface Piece {
  readonly text: string
  readonly origins: readonly Path[]
  readonly secret: boolean
  /** Why the line is there, where no leaf of the description is its origin. */
  readonly why: string | undefined
}

/** The piece for a leaf: its text in one kind of file. `why` is for a leaf that nobody wrote. */
export const piece = <S extends Syntax>(
  text: Text<S>,
  leaf: Leaf<unknown>,
  why = 'what the description means where it is silent',
): Piece => ({
  text,
  origins: leaf.origins,
  secret: leaf.secret,
  why: leaf.written ? undefined : why,
})

/** A piece that no leaf asks for, with the reason for it. */
export const extra = <S extends Syntax>(text: Text<S>, why: string): Piece => ({ text, origins: [], secret: false, why })

/** The same with another text. The keys stand here by name: a spread with one more key takes V8 many times as long. */
export const reworded = ({ origins, secret, why }: Piece, text: string): Piece => ({ text, origins, secret, why })

/** One piece from several, for a line that several leaves make. */
export const joined = (pieces: readonly Piece[], separator: string): Piece => {
  const [first] = pieces
  if (first === undefined) return { text: '', origins: [], secret: false, why: undefined }
  if (pieces.length === 1) return first
  let { text, secret, why } = first
  const origins = [...first.origins]
  for (let i = 1; i < pieces.length; i++) {
    const next = pieces[i] as Piece
    text += separator + next.text
    for (const path of next.origins) origins.push(path)
    if (next.secret) secret = true
    why ??= next.why
  }
  return { text, origins, secret, why: origins.length === 0 ? why : undefined }
}

/** A file before it is text: what stands in it, without layout. */
export interface Document {
  readonly path: string
  readonly template: TemplateName
  /** Octal, four digits. A file that holds a secret gets `secretMode` instead. */
  readonly mode: string
  readonly secretMode: string
  readonly owner: string
  readonly group: string
  /** Lines of comment after the first one, without `#`. */
  readonly comments: readonly string[]
  /** Writes a line of comment, where `#` alone does not keep the reader from making something of it. */
  readonly comment?: (line: string) => string
  /** Nothing to print: there will be no file. */
  readonly empty: boolean
  /** What the template prints, under those lines of comment: pieces, by which the page finds the line again, and words of the file's own. */
  view(header: readonly string[]): object
}

/** Where a file lies and who may read it. */
export interface Place {
  readonly path: string
  readonly mode?: string
  readonly secretMode?: string
  readonly owner?: string
  readonly group?: string
}

/** The parts of a document that a place decides. */
export const placed = ({ path, mode = '0644', secretMode = '0600', owner = 'root', group = 'root' }: Place) => ({
  path,
  mode,
  secretMode,
  owner,
  group,
})
