import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Given } from '../commands/common.ts'
import { emitDiagnostics, inColour, jsonLine, toStderr, toStdout } from '../emit.ts'
import { found } from '../found.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { exit, statusOf } from '../outcome.ts'
import { unknownTargets } from '../prepare.ts'
import { readSource } from '../read-source.ts'
import { sourceDate } from '../source-date.ts'
import { trouble } from '../write-root.ts'
import { type Fleet, readFleet } from './hosts.ts'
import { type Left, Places } from './places.ts'
import { type Outcome, runFleet } from './run.ts'
import type { Settings } from './settings.ts'
import { badText, countsText, leftNames, needsText, noteBlocks, plainDiagnostics } from './told.ts'
import { destinationOf, type FleetGiven, jobsOf } from './usage.ts'

export interface FleetArguments extends Given, FleetGiven {
  readonly fleet?: string | readonly string[] | undefined
}

/** `netglot render --fleet DIR`: the hosts in a folder, each with what all share. */
export async function renderFleet(given: FleetArguments): Promise<number> {
  const { output, file } = destinationOf(given)
  const folder = single('fleet', given.fleet) ?? ''
  const targets = readTargets(given.target)
  const json = given.format === 'json'
  const shared = (given.FILE ?? []).length === 0 ? [] : readFiles(given.FILE)
  const read = readSource(shared)
  const wrong = [...unknownTargets(targets), ...read.diagnostics]
  const fleet = wrong.length > 0 ? undefined : readFleet(folder, shared)
  if (fleet === undefined || fleet.names.length === 0) return refuseFleet([...wrong, ...(fleet?.diagnostics ?? [])], json)
  const accounts = accountsOf({ accounts: given.accounts, root: undefined, user: given.user, group: given.group })
  const settings: Settings = {
    base: read.source,
    render: { targets, accounts, allowLoss: readAllowLoss(given['allow-loss']), machineWide: given['machine-wide'] === true },
    output,
    force: given.force === true,
    prune: given.prune === true,
    check: given.check === true,
    json,
    colour: inColour(),
    epoch: sourceDate(),
  }
  const jobs = jobsOf(given.jobs, fleet.names.length)
  // What is written gets its mode when it is made: that of the process takes nothing from it but what nobody wants.
  process.umask(0o022)
  const places = await attempt(() => Places.prepare(settings, folder, fleet.names), folder)
  if (Array.isArray(places)) return refuseFleet(places, json)
  const outcome = await runFleet(fleet, settings, jobs, { file, places })
  const left = places?.end() ?? { removed: [], kept: [] }
  return tell(fleet, settings, outcome, left)
}

const refuseFleet = (diagnostics: readonly Diagnostic[], json: boolean): number => {
  if (json) toStdout(jsonLine({ diagnostics }))
  else emitDiagnostics(diagnostics, [])
  return statusOf(diagnostics) || exit.refused
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
    const hosts = fleet.names.length === 1 ? '1 host' : `${fleet.names.length} hosts`
    toStderr(`${noteBlocks(tally, fleet.names.length - bad.length)}${plainDiagnostics(diagnostics)}`)
    if (!settings.check) toStderr(needsText(tally))
    toStderr(`netglot: ${hosts}${countsText(counts, settings.check)}${gone}\n${badText(bad)}`)
  }
  return status || (differs ? exit.refused : exit.done)
}
