import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { jsonLine, toStderr, toStdout } from '../emit.ts'
import { found } from '../found.ts'
import { exit, statusOf } from '../outcome.ts'
import { trouble } from '../write-root.ts'
import type { Fleet } from './hosts.ts'
import { type FleetArguments, openFleet, refuseFleet } from './open-fleet.ts'
import { type Left, Places } from './places.ts'
import { type Outcome, runFleet } from './run.ts'
import type { Settings } from './settings.ts'
import { badText, countOfHosts, countsText, leftNames, needsText, noteBlocks, plainDiagnostics } from './told.ts'
import { destinationOf, type FleetGiven, jobsOf } from './usage.ts'

/** `netglot render --fleet DIR`: the hosts in a folder, each with what all share. */
export async function renderFleet(given: FleetArguments & FleetGiven): Promise<number> {
  const { output, file } = destinationOf(given)
  const opened = openFleet(given, output)
  const json = given.format === 'json'
  if (!('fleet' in opened)) return refuseFleet(opened, json)
  const { folder, fleet, settings } = opened
  const jobs = jobsOf(given.jobs, fleet.names.length)
  // What is written gets its mode when it is made: that of the process takes nothing from it but what nobody wants.
  process.umask(0o022)
  const places = await attempt(() => Places.prepare(settings, folder, fleet.names), folder)
  if (Array.isArray(places)) return refuseFleet(places, json)
  const outcome = await runFleet(fleet, settings, jobs, { file, places })
  const left = places?.end() ?? { removed: [], kept: [] }
  return tell(fleet, settings, outcome, left)
}

const attempt = async <T>(action: () => Promise<T>, folder: string): Promise<T | Diagnostic[]> => {
  try {
    return await action()
  } catch (error) {
    return [trouble('file-unwritable', error, folder)]
  }
}

function tell(fleet: Fleet, settings: Settings, outcome: Outcome, { removed, kept }: Left): number {
  const { bad, counts, tally } = outcome
  const left = kept.length === 0 ? [] : [found('host-left', { hosts: leftNames(kept), removed: settings.prune })]
  const diagnostics = [...fleet.diagnostics, ...outcome.diagnostics, ...left]
  const status = Math.max(outcome.status, statusOf(diagnostics))
  const differs = settings.check && counts.created + counts.changed + counts.removed + removed.length > 0
  if (settings.json) toStdout(jsonLine({ fleet: { hosts: fleet.names.length, bad, files: counts, removed, left: kept }, diagnostics }))
  else {
    const gone = removed.length === 0 ? '' : `; ${settings.check ? 'to be removed' : 'removed'}: ${leftNames(removed)}`
    const hosts = countOfHosts(fleet.names.length)
    toStderr(`${noteBlocks(tally, fleet.names.length - bad.length)}${plainDiagnostics(diagnostics)}`)
    if (!settings.check && settings.output.kind === 'trees') toStderr(needsText(tally))
    toStderr(`netglot: ${hosts}${countsText(counts, settings.check)}${gone}\n${badText(bad)}`)
  }
  return status || (differs ? exit.refused : exit.done)
}
