import { mkdirSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Report } from '../../diagnostics/report.ts'
import { loadFormat } from '../../formats/index.ts'
import { readSpellings } from '../../targets/spelling.ts'
import { nameOf } from '../folder-of.ts'
import { UsageError } from '../outcome.ts'
import { isTemporary } from '../root/temporary.ts'
import { statsOf } from '../safe-path.ts'
import { removePlace } from './departed.ts'
import { isHostName } from './hosts.ts'
import { readListing, writeListing } from './listing.ts'
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
  private readonly before: readonly string[]

  private constructor(settings: Settings, top: string, wanted: ReadonlySet<string>) {
    this.settings = settings
    this.top = top
    this.wanted = wanted
    this.before = readListing(top)
  }

  /** Makes the folder ready. A run that was killed has left what has no name yet, which goes. */
  static async prepare(settings: Settings, fleet: string, hosts: readonly string[]): Promise<Places | undefined> {
    const { output, check, render } = settings
    if (output.kind !== 'trees' && output.kind !== 'format') return undefined
    const top = output.folder
    if (!check) mkdirSync(top, { recursive: true, mode: 0o755 })
    if (isInside(top, fleet)) throw new UsageError(`${top} is in ${fleet}, where it would be taken for a host: give another -o`)
    const format = output.kind === 'format' ? await loadFormat(output.format) : undefined
    const spellings = readSpellings(render.targets, new Report())
    const targets = spellings.length === 1 ? [undefined] : spellings.map(spelling => nameOf(spelling, spellings))
    const wanted = new Set(hosts.filter(isHostName).flatMap(host => targets.map(target => placeOf(host, target, format))))
    const places = new Places(settings, top, wanted)
    if (!check) places.begin()
    return places
  }

  private begin(): void {
    for (const name of readdirSync(this.top)) if (isTemporary(name)) rmSync(join(this.top, name), { recursive: true, force: true })
    writeListing(this.top, [...this.before, ...this.wanted])
  }

  /** Removes what is left of hosts that are gone, where that is wished. */
  end(): Left {
    const { check, prune } = this.settings
    const left = this.before.filter(place => !this.wanted.has(place) && statsOf(join(this.top, place.replace(/\/$/, ''))) !== undefined)
    const removed = prune ? left.filter(place => check || removePlace(this.top, place)) : []
    const kept = left.filter(place => !removed.includes(place))
    if (!check) writeListing(this.top, [...this.wanted, ...kept])
    return { removed, kept }
  }
}

const isInside = (folder: string, other: string): boolean => {
  if (statsOf(folder) === undefined) return false
  const [inner, outer] = [realpathSync(folder), realpathSync(other)]
  return inner === outer || inner.startsWith(`${outer}/`)
}
