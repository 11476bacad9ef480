import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Given } from '../commands/common.ts'
import { emitDiagnostics, inColour, jsonLine, toStdout } from '../emit.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { exit, statusOf } from '../outcome.ts'
import { unknownTargets } from '../prepare.ts'
import { readSource } from '../read-source.ts'
import type { Wishes } from '../root/wishes.ts'
import { sourceDate } from '../source-date.ts'
import { type Fleet, readFleet } from './hosts.ts'
import type { Output, Settings } from './settings.ts'

export interface FleetArguments extends Given, Wishes {
  readonly fleet?: string | readonly string[] | undefined
  readonly jobs?: string | readonly string[] | undefined
}

/** A fleet, and what is the same for all of its hosts; or what is wrong with it as a whole. */
export interface Opened {
  readonly folder: string
  readonly fleet: Fleet
  readonly settings: Settings
}

/** Reads which hosts there are and what they share. */
export function openFleet(given: FleetArguments, output: Output, otherwise?: readonly string[]): Opened | readonly Diagnostic[] {
  const folder = single('fleet', given.fleet) ?? ''
  const targets = readTargets(given.target, otherwise)
  const shared = (given.FILE ?? []).length === 0 ? [] : readFiles(given.FILE)
  const read = readSource(shared)
  const wrong = [...unknownTargets(targets), ...read.diagnostics]
  if (wrong.length > 0) return wrong
  const fleet = readFleet(folder, shared)
  if (fleet.names.length === 0) return fleet.diagnostics
  const accounts = accountsOf({ accounts: given.accounts, root: undefined, user: given.user, group: given.group })
  const settings = {
    base: read.source,
    render: { targets, accounts, allowLoss: readAllowLoss(given['allow-loss']), machineWide: given['machine-wide'] === true },
    output,
    force: given.force === true,
    prune: given.prune === true,
    check: given.check === true,
    json: given.format === 'json',
    colour: inColour(),
    epoch: sourceDate(),
  }
  return { folder, fleet, settings }
}

export const refuseFleet = (diagnostics: readonly Diagnostic[], json: boolean): number => {
  if (json) toStdout(jsonLine({ diagnostics }))
  else emitDiagnostics(diagnostics, [])
  return statusOf(diagnostics) || exit.refused
}
