import { isMap } from 'yaml'
import type { Step } from '../diagnostics/fix.ts'
import { appendItem, setValue, splice, wrapValue } from './insert.ts'
import { moveEntry } from './move.ts'
import { takeOut } from './take-out.ts'
import { scalarText } from './value-text.ts'
import { type Found, find, openYaml, startOf, type YamlText } from './yaml-text.ts'

/** The text of a file after a step whose paths begin at the root of the file. Undefined where the step can't be done in it without harm. */
export function applyStep(text: string, step: Step): string | undefined {
  const file = openYaml(text)
  return file && edited(file, step)
}

const edited = (file: YamlText, step: Step): string | undefined => {
  switch (step.do) {
    case 'set':
      return setValue(file, step.path, step.value)
    case 'append':
      return appendItem(file, step.path, step.value)
    case 'wrap':
      return wrapValue(file, step.path)
    case 'rename':
      return rename(file, find(file, step.path), step.to)
    case 'move':
      return moveEntry(file, step.path, step.to)
    case 'remove':
      return takeOut(file, step.path, 'stays')
  }
}

const rename = ({ text }: YamlText, found: Found | undefined, to: string): string | undefined => {
  if (found?.pair === undefined || (isMap(found.parent) && found.parent.has(to))) return undefined
  const { key } = found.pair
  return splice(text, startOf(key), key.range?.[1] ?? 0, scalarText(to))
}
