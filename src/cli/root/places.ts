import { placesBelow } from '../safe-path.ts'
import { type Present, presentAt } from './present.ts'
import { type Difference, differencesOf, type Wanted } from './wanted.ts'

/** One place of an answer, and what is there now. */
export interface Placed {
  readonly wanted: Wanted
  readonly file: string
  readonly present: Present | undefined
  /** Empty when nothing is there, and when all is right. */
  readonly differences: readonly Difference[]
}

/** Looks at every place of an answer below a root. */
export function placesOf(wanted: readonly Wanted[], root: string): readonly Placed[] {
  const placeOf = placesBelow(root)
  return wanted.map(one => {
    const file = placeOf(one.path)
    const present = presentAt(file)
    return { wanted: one, file, present, differences: present === undefined ? [] : differencesOf(one, present) }
  })
}
