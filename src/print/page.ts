import type { Path } from '../model/leaf.ts'
import { joined, type Piece } from '../targets/documents/document.ts'

/** Where a line of a file comes from. */
export interface LineOrigin {
  readonly origins: readonly Path[]
  /** Why the line is there, where no place of the description is its origin. */
  readonly why: string | undefined
  /** Whether a password or a key stands in it. */
  readonly secret: boolean
}

/** What a template tells while it prints: the pieces that it puts on a line, and where the line ends. */
export class Page {
  /** The lines that have ended. */
  readonly lines: LineOrigin[] = []
  secret = false
  /** What is on the line that has not ended: nearly all have one piece. */
  private piece: Piece | undefined
  private others: Piece[] | undefined

  take(piece: Piece): void {
    if (this.piece === undefined) this.piece = piece
    else if (this.others === undefined) this.others = [this.piece, piece]
    else this.others.push(piece)
  }

  /** So many lines end: the one that is being printed, and empty ones, or such that the template alone makes. */
  end(count: number): void {
    this.lines.push(this.piece === undefined ? layout : this.origin(this.others === undefined ? this.piece : joined(this.others, '')))
    for (let i = 1; i < count; i++) this.lines.push(layout)
    this.piece = undefined
    this.others = undefined
  }

  private origin({ origins, why, secret }: Piece): LineOrigin {
    if (secret) this.secret = true
    return { origins, why: origins.length > 0 ? undefined : (why ?? 'layout'), secret }
  }
}

const layout: LineOrigin = { origins: [], why: 'layout', secret: false }
