import type { Span } from '../../src/index.ts'
import { type DescriptionEditor, type EditorEvents, type MakeEditor, type Noted, offsetOf } from './description-editor.ts'
import { byId } from './dom.ts'
import { loadScript } from './load-script.ts'
import { textAreaEditor } from './text-area-editor.ts'

declare global {
  /** editor.js */
  var netglotEditor: MakeEditor
}

/** The place of the editor: a text area until CodeMirror is there. */
export class EditorSlot {
  editor: DescriptionEditor
  private readonly events: EditorEvents
  private notes: readonly Noted[] = []

  constructor(text: string, events: EditorEvents) {
    this.events = events
    this.editor = textAreaEditor(text, events, {})
    byId('editor', HTMLElement).replaceChildren(this.editor.element)
  }

  /** Puts CodeMirror in place of the text area, whatever somebody is just doing there. Where it can't be had, the text area stays. */
  async improve(schema: object): Promise<void> {
    try {
      await loadScript('editor.js')
    } catch {
      return
    }
    const old = this.editor
    const next = globalThis.netglotEditor(old.text(), this.events, schema)
    const [focused, [from, to]] = [old.focused(), old.selection()]
    old.element.replaceWith(next.element)
    this.editor = next
    next.select(from, to)
    if (focused) next.focus()
    next.note(this.notes)
  }

  note(notes: readonly Noted[]): void {
    this.notes = notes
    this.editor.note(notes)
  }

  go({ line, column, endLine, endColumn }: Span): void {
    const text = this.editor.text()
    this.editor.focus()
    this.editor.select(offsetOf(text, line, column), offsetOf(text, endLine, endColumn))
  }
}
