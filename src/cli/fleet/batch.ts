import { type HostResult, hostWork } from './host-work.ts'
import type { Host } from './hosts.ts'
import type { Settings } from './settings.ts'
import { type Need, type Note, Tally } from './tally.ts'

/** What became of some hosts. */
export interface BatchResult {
  readonly hosts: readonly HostResult[]
  readonly notes: readonly Note[]
  readonly needs: readonly Need[]
}

export type DoBatch = (hosts: readonly Host[]) => BatchResult

/** What does one batch of hosts after the other. */
export async function batchWork(settings: Settings): Promise<DoBatch> {
  const work = await hostWork(settings)
  return hosts => {
    const tally = new Tally()
    const results = hosts.map(host => work(host, tally))
    return { hosts: results, notes: [...tally.notes.values()], needs: [...tally.needs.values()] }
  }
}
