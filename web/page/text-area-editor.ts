import type { MakeEditor } from './description-editor.ts'
import { el } from './dom.ts'

/** What is there before CodeMirror is, and where that can't be had. */
export const textAreaEditor: MakeEditor = (text, events) => {
  const element = el('textarea', {
    class: 'plain-editor',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    'aria-label': 'Description',
  })
  element.value = text
  const line = (): number => element.value.slice(0, element.selectionStart).split('\n').length
  element.addEventListener('input', () => events.changed())
  for (const event of ['keyup', 'click']) element.addEventListener(event, () => events.pointed(line()))
  return {
    element,
    text: () => element.value,
    replace(next) {
      element.value = next
      events.changed()
    },
    edit(from, to, next) {
      element.setRangeText(next, from, to)
      events.changed()
    },
    selection: () => [element.selectionStart, element.selectionEnd],
    select: (from, to) => element.setSelectionRange(from, to),
    focus: () => element.focus(),
    focused: () => document.activeElement === element,
    light: () => undefined,
    note: () => undefined,
  }
}
