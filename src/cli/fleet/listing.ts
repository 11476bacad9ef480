import { constants, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { systemReason } from '../found.ts'
import { writeNew } from '../root/durable.ts'
import { beside } from '../root/temporary.ts'
import { Unsafe } from '../safe-path.ts'

const name = '.netglot-fleet'
const head = '# Made by netglot: what render --fleet has written here, and the sha256 of each document.'

/**
 * What netglot has written into the folder of a fleet: places as `placeOf` names them, and of a document the sha256 of what it may be, which after a run
 * that was killed is more than one. Of a folder the manifests in it know more.
 */
export type Listing = ReadonlyMap<string, readonly string[]>

export function readListing(top: string): Listing {
  const listing = new Map<string, readonly string[]>()
  for (const line of textOf(top).split('\n')) {
    const [, place = '', sha256] = pattern.exec(line) ?? []
    if (isPlace(place)) listing.set(place, [...(listing.get(place) ?? []), ...(sha256 === undefined ? [] : [sha256])])
  }
  return listing
}

/** The end of a disk may have cut a line short. */
const pattern = /^([^# ][^ ]*)(?: ([0-9a-f]{64}))?$/

/** Nobody makes us remove what is elsewhere by writing it there. */
const isPlace = (line: string): boolean =>
  line
    .split('/')
    .every((part, i, all) => (part === '' ? i === all.length - 1 && i > 0 : /^[A-Za-z0-9_]/.test(part) && !part.includes('..')))

/** A hash tells who guesses whether he guessed the password in a document, so only its owner may read it. */
const mode = 0o600

export function writeListing(top: string, listing: Listing): void {
  const lines = [...listing]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([place, all]) => (all.length === 0 ? [place] : all.map(one => lineOf(place, one))))
  const text = `${[head, ...lines].join('\n')}\n`
  if (text === textOf(top)) return
  const file = join(top, name)
  const temporary = beside(file, 'new')
  try {
    writeNew(temporary, { text, mode, owner: undefined })
    renameSync(temporary, file)
  } catch (error) {
    // The name of the temporary file tells nobody anything.
    const why = systemReason(error)
    throw why === undefined ? error : new Unsafe(file, why)
  }
}

const lineOf = (place: string, sha256: string): string => `${place} ${sha256}`

/** What adds to the list what is about to be written, so that a run that is killed leaves no document that nobody knows. */
export class Journal {
  private readonly top: string
  private descriptor: number | undefined

  constructor(top: string) {
    this.top = top
  }

  /** The line end comes first: what stands before it may have been cut short. */
  add(place: string, sha256: string): void {
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants
    this.descriptor ??= openSync(join(this.top, name), O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, mode)
    writeSync(this.descriptor, `\n${lineOf(place, sha256)}\n`)
  }
}

const textOf = (top: string): string => {
  try {
    return readFileSync(join(top, name), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  }
}
