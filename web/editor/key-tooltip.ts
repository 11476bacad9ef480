import { hoverTooltip } from '@codemirror/view'
import { describe, type Form } from './schema-walk.ts'
import { keyInLine } from './yaml-place.ts'

/** What a key is for, where the mouse rests on it. */
export const keyTooltip = (schema: Form) =>
  hoverTooltip((view, pos) => {
    const line = view.state.doc.lineAt(pos)
    const [, before = '', name = ''] = /^(\s*(?:- +)*)([^\s:#]+):/.exec(line.text) ?? []
    const from = line.from + before.length
    if (name === '' || pos < from || pos > from + name.length) return null
    const path = keyInLine(view.state.doc.toString().split('\n'), line.number - 1)
    const text = path && describe(schema, path)
    if (text === undefined) return null
    return {
      pos: from,
      end: from + name.length,
      above: true,
      create: () => {
        const dom = document.createElement('div')
        dom.className = 'cm-key-tooltip'
        dom.textContent = text
        return { dom }
      },
    }
  })
