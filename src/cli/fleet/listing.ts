import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { writeNew } from '../root/durable.ts'
import { beside } from '../root/temporary.ts'

const name = '.netglot-fleet'
const head = '# Made by netglot: what render --fleet has written here.'

/** What netglot has written into the folder of a fleet, as `placeOf` names it. */
export const readListing = (top: string): readonly string[] =>
  textOf(top)
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#') && isPlace(line))

/** Nobody makes us remove what is elsewhere by writing it there. */
const isPlace = (line: string): boolean =>
  line
    .split('/')
    .every((part, i, all) => (part === '' ? i === all.length - 1 && i > 0 : /^[A-Za-z0-9_]/.test(part) && !part.includes('..')))

export function writeListing(top: string, places: Iterable<string>): void {
  const text = `${[head, ...[...new Set(places)].sort()].join('\n')}\n`
  if (text === textOf(top)) return
  const file = join(top, name)
  const temporary = beside(file, 'new')
  writeNew(temporary, { text, mode: 0o644, owner: undefined }, false)
  renameSync(temporary, file)
}

const textOf = (top: string): string => {
  try {
    return readFileSync(join(top, name), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
