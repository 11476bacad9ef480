import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, isolateHistory } from '@codemirror/commands'
import { yaml } from '@codemirror/lang-yaml'
import { bracketMatching, indentOnInput } from '@codemirror/language'
import { lintGutter, lintKeymap, type Diagnostic as Mark, setDiagnostics } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view'
import { type EditorEvents, type MakeEditor, type Noted, offsetOf } from '../page/description-editor.ts'
import { completeBy } from './complete.ts'
import { keyTooltip } from './key-tooltip.ts'
import { lightLines, litLines } from './lit-lines.ts'
import { looks } from './looks.ts'
import type { Form } from './schema-walk.ts'

/** CodeMirror, in a shadow root: there it adopts its style sheets, and needs no style element, which the page's policy forbids. */
export const codeMirror: MakeEditor = (text, events, schema) => {
  const element = document.createElement('div')
  element.className = 'rich-editor'
  const root = element.attachShadow({ mode: 'open' })
  const view = new EditorView({ root, parent: root, state: EditorState.create({ doc: text, extensions: extensions(events, schema) }) })
  return {
    element,
    text: () => view.state.doc.toString(),
    replace: next =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        selection: { anchor: 0 },
        annotations: isolateHistory.of('full'),
        scrollIntoView: true,
      }),
    edit: (from, to, insert) => view.dispatch({ changes: { from, to, insert }, annotations: isolateHistory.of('full') }),
    selection: () => [view.state.selection.main.from, view.state.selection.main.to],
    select(from, to) {
      const within = (at: number): number => Math.min(at, view.state.doc.length)
      view.dispatch({
        selection: { anchor: within(from), head: within(to) },
        effects: EditorView.scrollIntoView(within(from), { y: 'center' }),
      })
    },
    focus: () => view.focus(),
    focused: () => view.hasFocus,
    light(spans, follow) {
      const numbers = spans.flatMap(({ line, endLine }) => Array.from({ length: Math.max(line, endLine) - line + 1 }, (_, i) => line + i))
      view.dispatch({ effects: lightLines.of(numbers) })
      if (follow) scrollTo(view, Math.min(...numbers))
    },
    note: notes => view.dispatch(setDiagnostics(view.state, marks(notes, view.state.doc.toString()))),
  }
}

/** Brings a line into view, but moves no more than the editor: on a phone the page would jump away from what was touched. */
function scrollTo(view: EditorView, line: number): void {
  if (line > view.state.doc.lines) return
  const { top, bottom } = view.lineBlockAt(view.state.doc.line(line).from)
  const { scrollTop, clientHeight } = view.scrollDOM
  if (top < scrollTop || bottom > scrollTop + clientHeight) view.scrollDOM.scrollTop = top - clientHeight / 3
}

const extensions = (events: EditorEvents, schema: Form) => [
  lineNumbers(),
  lintGutter(),
  history(),
  drawSelection(),
  indentOnInput(),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  autocompletion({ override: [completeBy(schema)] }),
  search({ top: true }),
  yaml(),
  looks,
  litLines,
  keyTooltip(schema),
  // No Tab here: it leaves the editor, as the keyboard expects.
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...searchKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
  EditorView.contentAttributes.of({ 'aria-label': 'Description', spellcheck: 'false', tabindex: '0' }),
  EditorView.updateListener.of(update => {
    if (update.docChanged) events.changed()
    if (update.selectionSet && update.view.hasFocus) events.pointed(lineOf(update.view, update.state.selection.main.head))
  }),
  EditorView.domEventHandlers({
    mousemove: (event, view) => {
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
      events.pointed(at === null ? undefined : lineOf(view, at))
    },
    mouseleave: () => events.pointed(undefined),
  }),
]

const lineOf = (view: EditorView, at: number): number => view.state.doc.lineAt(at).number

const marks = (notes: readonly Noted[], text: string): readonly Mark[] =>
  notes.flatMap(({ diagnostic: { span, severity, code, message, hint, target }, remedy }) => {
    if (span === undefined) return []
    const about = target === undefined ? '' : ` (${target})`
    return {
      from: offsetOf(text, span.line, span.column),
      to: offsetOf(text, span.endLine, span.endColumn),
      severity,
      message: `${code}: ${message}${about}\n${hint}`,
      actions: remedy === undefined ? [] : [{ name: remedy.title, apply: () => remedy.apply() }],
    }
  })
