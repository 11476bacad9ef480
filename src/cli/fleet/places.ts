import { readdirSync, realpathSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Report } from '../../diagnostics/report.ts'
import { loadFormat } from '../../formats/index.ts'
import { readSpellings } from '../../targets/spelling.ts'
import { nameOf } from '../folder-of.ts'
import { makeFolder } from '../make-folder.ts'
import { UsageError } from '../outcome.ts'
import { isTemporary } from '../root/temporary.ts'
import { statsOf } from '../safe-path.ts'
import { removePlace } from './departed.ts'
import type { HostResult } from './host-work.ts'
import { type Host, isHostName } from './hosts.ts'
import { type Listing, readListing, writeListing } from './listing.ts'
import { placeOf } from './place.ts'
import type { Settings } from './settings.ts'

/** What is in the folder of a fleet and belongs to no host any more. */
export interface Left {
  /** What was removed, or with `--check` would be. */
  readonly removed: readonly string[]
  readonly kept: readonly string[]
}

/** The places of a fleet in its folder: what is to be there, and what was. */
export class Places {
  private readonly settings: Settings
  private readonly top: string
  private readonly wanted: ReadonlySet<string>
  private readonly placesOf: (host: string) => readonly string[]
  private readonly before: Listing
  private readonly documents = new Map<string, readonly string[]>()

  private constructor(settings: Settings, top: string, placesOf: (host: string) => readonly string[], hosts: readonly string[]) {
    this.settings = settings
    this.top = top
    this.placesOf = placesOf
    this.wanted = new Set(hosts.filter(isHostName).flatMap(placesOf))
    this.before = readListing(top)
  }

  /** Makes the folder ready. A run that was killed has left what has no name yet, which goes. */
  static async prepare(settings: Settings, fleet: string, hosts: readonly string[]): Promise<Places | undefined> {
    const { output, check, render } = settings
    if (output.kind !== 'trees' && output.kind !== 'format') return undefined
    const top = output.folder
    if (isInside(top, fleet)) throw new UsageError(`${top} is in ${fleet}, where it would be taken for a host: give another -o`)
    if (!check) makeFolder(top, 0o755)
    const format = output.kind === 'format' ? await loadFormat(output.format) : undefined
    const spellings = readSpellings(render.targets, new Report())
    const targets = spellings.length === 1 ? [undefined] : spellings.map(spelling => nameOf(spelling, spellings))
    const places = new Places(settings, top, host => targets.map(target => placeOf(host, target, format)), hosts)
    if (!check) places.begin()
    return places
  }

  private begin(): void {
    for (const name of readdirSync(this.top)) if (isTemporary(name)) rmSync(join(this.top, name), { recursive: true, force: true })
    const folders = [...this.wanted].filter(place => place.endsWith('/')).map(place => [place, []] as const)
    writeListing(this.top, new Map([...this.before, ...folders]))
  }

  /** A host with what earlier runs wrote for it. */
  known(host: Host): Host {
    const all = this.placesOf(host.name).flatMap(place => {
      const known = this.before.get(place)
      return known === undefined ? [] : [[place, known] as const]
    })
    return all.length === 0 ? host : { ...host, documents: new Map(all) }
  }

  /** Takes down which documents are there now. */
  take(documents: HostResult['documents']): void {
    for (const [place, sha256] of documents) this.documents.set(place, [sha256])
  }

  /** Removes what is left of hosts that are gone, where that is wished. */
  end(): Left {
    const { check, prune } = this.settings
    const left = [...this.before.keys()].filter(
      place => !this.wanted.has(place) && statsOf(join(this.top, place.replace(/\/$/, ''))) !== undefined,
    )
    const removed = prune ? left.filter(place => check || removePlace(this.top, place, this.before.get(place) ?? [])) : []
    const kept = left.filter(place => !removed.includes(place))
    if (!check) writeListing(this.top, this.after(kept))
    return { removed, kept }
  }

  /** A document that nobody has written since is what it was before. */
  private after(kept: readonly string[]): Listing {
    const all = [...this.wanted, ...kept].flatMap(place => {
      const written = this.documents.get(place) ?? this.before.get(place) ?? (place.endsWith('/') ? [] : undefined)
      return written === undefined ? [] : [[place, written] as const]
    })
    return new Map(all)
  }
}

/** Of what is not there yet, the folder in which it will be. */
const isInside = (folder: string, other: string): boolean => {
  if (statsOf(folder) === undefined) return dirname(folder) !== folder && isInside(dirname(folder), other)
  const [inner, outer] = [realpathSync(folder), realpathSync(other)]
  return inner === outer || inner.startsWith(`${outer}/`)
}
