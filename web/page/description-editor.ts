import type { Diagnostic, Span } from '../../src/index.ts'

/** What a diagnostic offers to be done. */
export interface Remedy {
  readonly title: string
  apply(): void
}

export interface Noted {
  readonly diagnostic: Diagnostic
  readonly remedy: Remedy | undefined
}

export interface EditorEvents {
  /** The text has changed. */
  changed(): void
  /** The line that is pointed at or that the caret is in; undefined when none is pointed at any more. */
  pointed(line: number | undefined): void
}

/** Where the description is written: a text area at first, then CodeMirror in its place. */
export interface DescriptionEditor {
  readonly element: HTMLElement
  text(): string
  replace(text: string): void
  /** Puts a text in the place of a stretch; it can be undone as one step. */
  edit(from: number, to: number, text: string): void
  /** What is selected, in UTF-16 units from the beginning. */
  selection(): readonly [from: number, to: number]
  select(from: number, to: number): void
  focus(): void
  focused(): boolean
  /** Lights up stretches; `follow` brings the first into view. */
  light(spans: readonly Span[], follow: boolean): void
  note(diagnostics: readonly Noted[]): void
}

export type MakeEditor = (text: string, events: EditorEvents, schema: object) => DescriptionEditor

/** The offset of a place of a text; lines and columns count from 1. */
export const offsetOf = (text: string, line: number, column: number): number => {
  let at = 0
  for (let n = 1; n < line; n++) {
    const next = text.indexOf('\n', at)
    if (next < 0) return text.length
    at = next + 1
  }
  return Math.min(at + column - 1, text.length)
}
