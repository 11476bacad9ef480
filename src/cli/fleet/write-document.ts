import { dirname, join } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { backupOf } from '../../formats/backup-name.ts'
import { found } from '../found.ts'
import { isOurs } from '../is-ours.ts'
import { fingerprintOf, type Present, presentAt } from '../root/present.ts'
import { putFile } from '../root/put-file.ts'
import { statsOf, Unsafe } from '../safe-path.ts'
import { trouble } from '../write-root.ts'
import type { Journal } from './listing.ts'
import { isThere, makeFolders } from './real-folder.ts'
import { notWritten, type Written, wrote } from './written.ts'

interface Document {
  /** Below the folder of the fleet. */
  readonly place: string
  readonly content: string | Uint8Array
  readonly mode: number
  readonly target: string
}

interface Wishes {
  readonly check: boolean
  readonly force: boolean
  /** What netglot has written there, by its sha256. */
  readonly known: readonly string[]
  readonly journal: Journal
}

/** Writes a document for a host, unless it is there already. What netglot did not write, or somebody changed, stays or is moved aside. */
export function writeDocument(top: string, document: Document, wishes: Wishes): Written {
  const file = join(top, document.place)
  try {
    const bytes = Buffer.from(document.content)
    const sha256 = fingerprintOf(bytes)
    const present = presentIn(top, document.place)
    const documents = [[document.place, sha256]] as const
    if (present?.fingerprint === sha256 && present.mode === document.mode) return { ...wrote({ root: top, unchanged: [file] }), documents }
    const refused = present === undefined || present.fingerprint === sha256 ? [] : refusalOf(file, present, document.target, wishes.known)
    if (refused.length > 0 && !wishes.force) return notWritten(refused)
    const backup = refused.length > 0 ? backupFor(file, present) : undefined
    if (!wishes.check) {
      wishes.journal.add(document.place, sha256)
      put(top, document, bytes, backup)
    }
    const backups = backup === undefined ? [] : [{ file, backup }]
    return { ...wrote({ root: top, [present === undefined ? 'created' : 'changed']: [file], backups }), documents }
  } catch (error) {
    return notWritten([trouble('file-unwritable', error, file, document.target)])
  }
}

const presentIn = (top: string, place: string): Present | undefined => {
  const above = dirname(place)
  if (above !== '.' && !isThere(top, above)) return undefined
  const file = join(top, place)
  if (statsOf(file)?.isDirectory()) throw new Unsafe(file, 'it is a directory')
  return presentAt(file)
}

const refusalOf = (file: string, { fingerprint }: Present, target: string, known: readonly string[]): readonly Diagnostic[] => {
  if (known.includes(fingerprint)) return []
  if (known.length > 0) return [found('edited-file', { file, why: 'it was changed since netglot wrote it' }, { target })]
  if (isOurs(file))
    return [found('edited-file', { file, why: 'its first lines say that netglot made it, but not that it is as it was then' }, { target })]
  return [found('in-the-way', { file, why: 'netglot would write there, and did not make what is there' }, { target })]
}

/** Where it goes, never over an older one. A run that was killed may have made it already. */
const backupFor = (file: string, present: Present | undefined): string => {
  const backup = backupOf(file)
  const there = presentAt(backup)
  if (there !== undefined && there.fingerprint !== present?.fingerprint)
    throw new Unsafe(backup, 'there is a backup already: move it away first')
  return backup
}

const put = (top: string, { place, mode }: Document, bytes: Buffer, backup: string | undefined): void => {
  if (dirname(place) !== '.') makeFolders(top, dirname(place))
  putFile(top, join(top, place), { text: bytes, mode, owner: undefined }, { backup })
}
