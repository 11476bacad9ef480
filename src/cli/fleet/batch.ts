import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { GrowingBytes } from '../../formats/growing-bytes.ts'
import { compileEarly } from './compile-early.ts'
import { type HostResult, hostWork } from './host-work.ts'
import type { Host } from './hosts.ts'
import type { Settings } from './settings.ts'
import { type NeedOfMany, type Note, Tally } from './tally.ts'
import { type Counts, sum } from './written.ts'

/** What became of some hosts, in one message: of a good one nothing is left but what it adds to the others. */
export interface BatchResult {
  readonly hosts: number
  readonly status: number
  readonly bad: readonly BadHost[]
  readonly counts: Counts
  readonly secret: boolean
  /** Their lines of JSON. */
  readonly json: string
  /** Their members of the archive. */
  readonly members: Uint8Array<ArrayBuffer>
  readonly documents: HostResult['documents']
  readonly reported: readonly { readonly host: string; readonly diagnostics: readonly Diagnostic[] }[]
  readonly files: readonly string[]
  readonly notes: readonly Note[]
  readonly needs: readonly NeedOfMany[]
}

export type BadHost = Pick<HostResult, 'name' | 'errors' | 'why'>

export type DoBatch = (hosts: readonly Host[]) => BatchResult

/** What a thread has to do. */
export interface Share {
  readonly settings: Settings
  /** About how many hosts. */
  readonly hosts: number
}

/** What does one batch of hosts after the other. */
export async function batchWork({ settings, hosts: all }: Share): Promise<DoBatch> {
  compileEarly(all)
  const work = await hostWork(settings)
  // The next batch is about as large.
  let size = 0
  return hosts => {
    const tally = new Tally()
    const archive = new GrowingBytes(size)
    const results = hosts.map(host => work(host, tally, archive))
    size = Math.ceil(1.25 * archive.end)
    return {
      hosts: hosts.length,
      status: Math.max(...results.map(({ status }) => status)),
      bad: results.filter(({ status }) => status > 0).map(({ name, errors, why }) => ({ name, errors, why })),
      counts: sum(results.map(({ counts }) => counts)),
      secret: results.some(({ secret }) => secret),
      json: results.map(({ json }) => json).join(''),
      members: archive.added,
      documents: results.flatMap(({ documents }) => documents),
      reported: results.filter(({ reported }) => reported.length > 0).map(({ name, reported }) => ({ host: name, diagnostics: reported })),
      files: results.flatMap(({ files }) => files),
      notes: [...tally.notes.values()],
      needs: [...tally.needs.values()],
    }
  }
}
