import type { Document } from '../targets/documents/document.ts'
import { type LineOrigin, Page } from './page.ts'
import { templates } from './templates.js'

export type { LineOrigin } from './page.ts'

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

/**
 * The document as text. The template tells the page of every piece that it prints, so what counts as printed is what really came out: a template
 * that tests a value without printing it is found out.
 */
export function print(document: Document, header: readonly string[]): PrintedFile {
  const page = new Page()
  const comments = [...header, ...document.comments]
  const view = document.view(document.comment === undefined ? comments : comments.map(document.comment))
  const content = templates[document.template](view, page)
  return {
    path: document.path,
    mode: page.secret ? document.secretMode : document.mode,
    owner: document.owner,
    group: document.group,
    secret: page.secret,
    content,
    lines: page.lines,
  }
}
