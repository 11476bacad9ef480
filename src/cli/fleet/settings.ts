import type { Source } from '../../description/source.ts'
import type { FormatName } from '../../formats/index.ts'
import type { RenderOptions } from '../../render.ts'

/** Where the hosts of a fleet go. */
export type Output =
  /** OUT/HOST, as `--root OUT/HOST` writes it. */
  | { readonly kind: 'trees'; readonly folder: string }
  /** OUT/HOST.ign, or a folder for image builders. */
  | { readonly kind: 'format'; readonly folder: string; readonly format: FormatName }
  /** One archive of all. */
  | { readonly kind: 'archive' }
  /** No files: the answers alone. */
  | { readonly kind: 'answers' }
  /** What was found, for people or as lines of JSON. */
  | { readonly kind: 'nothing' }
  /** What was found, as a report of all of it. */
  | { readonly kind: 'report' }

/** What is the same for all hosts. It goes to other threads, so it is plain data. */
export interface Settings {
  /** What all hosts share. */
  readonly base: Source
  readonly render: RenderOptions & Required<Pick<RenderOptions, 'accounts' | 'allowLoss'>>
  readonly output: Output
  readonly force: boolean
  readonly prune: boolean
  readonly check: boolean
  readonly json: boolean
  readonly colour: boolean
  /** The time of files in an archive. */
  readonly epoch: number
}
