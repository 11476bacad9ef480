import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { jsonLine, toStderr, toStdout } from '../emit.ts'
import { statusOf, UsageError } from '../outcome.ts'
import { isReportFormat, type ReportFormat } from '../report-format.ts'
import { type FleetArguments, openFleet, refuseFleet } from './open-fleet.ts'
import { type Outcome, runFleet } from './run.ts'
import { badText, countOfHosts, noteBlocks, plainDiagnostics } from './told.ts'
import { jobsOf } from './usage.ts'

/** `netglot check --fleet DIR`: what is wrong with the hosts in a folder, each with what all share. */
export async function checkFleet(given: FleetArguments): Promise<number> {
  if (given.root !== undefined)
    throw new UsageError('--root is for one system, and --fleet is for many: netglot diff --fleet DIR --root OUT')
  const format = isReportFormat(given.format) ? given.format : undefined
  const opened = openFleet(given, format === undefined ? { kind: 'nothing' } : { kind: 'report' }, ['all'])
  if (!('fleet' in opened)) return format === undefined ? refuseFleet(opened, given.format === 'json') : report(format, opened, [])
  const { fleet, settings } = opened
  const outcome = await runFleet(fleet, settings, jobsOf(given.jobs, fleet.names.length), { file: undefined, places: undefined })
  const diagnostics = [...fleet.diagnostics, ...outcome.diagnostics]
  if (format !== undefined) return report(format, [...diagnostics, ...outcome.reported], outcome.files, outcome.status)
  if (settings.json) toStdout(jsonLine({ fleet: { hosts: fleet.names.length, bad: outcome.bad }, diagnostics }))
  else tell(outcome, diagnostics, fleet.names.length)
  return Math.max(outcome.status, statusOf(diagnostics))
}

const tell = ({ tally, bad }: Outcome, diagnostics: readonly Diagnostic[], hosts: number): void =>
  toStderr(`${noteBlocks(tally, hosts - bad.length)}${plainDiagnostics(diagnostics)}netglot: ${countOfHosts(hosts)}\n${badText(bad)}`)

/** What hosts share is told once, whatever comes of it for each. */
const report = async (format: ReportFormat, diagnostics: readonly Diagnostic[], files: readonly string[], status = 0): Promise<number> => {
  const { emitReport } = await import('../reports.ts')
  await emitReport(
    format,
    diagnostics,
    files.map(name => ({ name, text: '' })),
  )
  return Math.max(status, statusOf(diagnostics))
}
