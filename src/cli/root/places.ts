import { namesAt, placesBelow } from '../safe-path.ts'
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
  const isThere = lookup()
  return wanted.map(one => {
    const file = placeOf(one.path)
    const present = isThere(file) ? presentAt(file) : undefined
    return { wanted: one, file, present, differences: present === undefined ? [] : differencesOf(one, present) }
  })
}

/** Whether something has a name. A folder is read once: to ask the system for each of thousands of files that are to be new takes longer. */
function lookup(): (file: string) => boolean {
  const folders = new Map<string, ReadonlySet<string>>()
  return file => {
    const slash = file.lastIndexOf('/')
    const folder = file.slice(0, slash) || '/'
    const names = folders.get(folder) ?? new Set(namesAt(folder))
    folders.set(folder, names)
    return names.has(file.slice(slash + 1))
  }
}
