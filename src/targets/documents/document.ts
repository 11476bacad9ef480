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

/** One piece from several, for a line that several leaves make. */
export const joined = (pieces: readonly Piece[], separator: string): Piece => {
  const [only] = pieces
  if (only !== undefined && pieces.length === 1) return only
  const origins = pieces.flatMap(p => p.origins)
  return {
    text: pieces.map(p => p.text).join(separator),
    origins,
    secret: pieces.some(p => p.secret),
    why: origins.length === 0 ? pieces.find(p => p.why !== undefined)?.why : undefined,
  }
}

/** Makes a piece's text, to be put into a view; it carries an invisible mark by which the printer finds the line again. */
export type Mark = (piece: Piece) => string

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
  /** What the template prints. Every value in it comes out of `mark`. */
  view(mark: Mark): object
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
