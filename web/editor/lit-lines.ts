import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** The numbers of the lines that are lit up. */
export const lightLines = StateEffect.define<readonly number[]>()

const lit = Decoration.line({ class: 'cm-lit' })

/** The lines of the description that what is pointed at comes from. */
export const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, { effects, changes, state }) {
    const moved = decorations.map(changes)
    const effect = effects.findLast(one => one.is(lightLines))
    if (effect === undefined) return moved
    const numbers = [...new Set<number>(effect.value)].filter(n => n <= state.doc.lines).sort((a, b) => a - b)
    return Decoration.set(numbers.map(n => lit.range(state.doc.line(n).from)))
  },
  provide: field => EditorView.decorations.from(field),
})
