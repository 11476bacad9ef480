import { readdirSync } from 'node:fs'
import type { Argv, CommandModule } from 'yargs'
import type { Source } from '../../description/source.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { RenderOptions } from '../../render.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { describedDevices } from '../described.ts'
import { emitDiagnostics, emitJson } from '../emit.ts'
import type { FleetArguments } from '../fleet/open-fleet.ts'
import { found, systemReason } from '../found.ts'
import { guestsAround } from '../guests-around.ts'
import { filesInTheWay, lookAround, servicesInTheWay } from '../in-the-way.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { statusOf, UsageError } from '../outcome.ts'
import { accountsRoot, type Prepared, prepare, prepareSource } from '../prepare.ts'
import { isReportFormat, reportFormats } from '../report-format.ts'
import { Known } from '../root/known.ts'
import { placesOf } from '../root/places.ts'
import { wantedOf } from '../root/wanted.ts'
import { Unsafe } from '../safe-path.ts'
import { builds, descriptionOptions, formatOption } from './common.ts'

interface CheckArguments extends FleetArguments {
  readonly fix?: boolean | undefined
  readonly 'dry-run'?: boolean | undefined
  readonly each?: boolean | undefined
}

const checkFormat = {
  ...formatOption,
  choices: [...formatOption.choices, ...reportFormats],
  describe: 'For people, for programs, or for what runs checks and shows them',
}

const builder = (yargs: Argv) =>
  descriptionOptions(yargs, checkFormat)
    .option('root', { type: 'string', describe: 'Also look for files below this directory that claim a described device' })
    .option('fix', { type: 'boolean', describe: 'Mend in the files what has one certain remedy; comments and layout stay' })
    .option('dry-run', { type: 'boolean', describe: 'With --fix: print what would change as a unified diff, and write nothing' })
    .option('each', { type: 'boolean', describe: 'Each FILE is a description by itself: they do not merge' })
    .option('fleet', { type: 'string', describe: 'Check every host in this directory, each with the FILEs that all share' })
    .option('jobs', { type: 'string', describe: 'With --fleet: how many threads work (default: one a processor)' })
    .example('$0 check host.yaml', 'Would any target refuse or lose something?')
    .example('$0 check host.yaml -t networkd --root /', 'Does anything on this machine stand in the way?')
    .example('$0 check host.yaml --fix', 'Mend what is certain, and report the rest')
    .example('$0 check base.yaml --fleet hosts -t debian-13', 'Every host of a fleet')
    .example('$0 check hosts/web.yaml --format github', 'Beside the lines, in a workflow of GitHub')

/** `netglot check`: diagnostics only. */
export const checkCommand: CommandModule<object, CheckArguments> = {
  command: 'check [FILE...]',
  describe: 'Report what is wrong with a description, and what targets would lose',
  builder: builds<CheckArguments>(builder),
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: CheckArguments): Promise<number> {
  if (given.fleet !== undefined) return checkMany(given)
  if (given.jobs !== undefined) throw new UsageError('--jobs goes with --fleet')
  const root = single('root', given.root)
  const accounts = accountsOf({ accounts: given.accounts, root: accountsRoot(root), user: given.user, group: given.group })
  const allowLoss = readAllowLoss(given['allow-loss'])
  const options = { targets: readTargets(given.target, ['all']), allowLoss, accounts, machineWide: given['machine-wide'] === true }
  const files = readFiles(given.FILE)
  refuseFix(given, files)
  const checked: Checked[] = []
  for (const names of given.each === true ? files.map(file => [file]) : [files]) checked.push(await checkOne(names, options, given))
  const source = checked.flatMap(one => one.source)
  const all = checked.flatMap(one => one.diagnostics)
  if (isReportFormat(given.format)) await (await import('../reports.ts')).emitReport(given.format, all, source)
  else if (given.format === 'json')
    emitJson({ ...(given.fix === true ? { fixed: checked.flatMap(one => one.fixed) } : {}), diagnostics: all })
  else emitDiagnostics(all, source)
  return statusOf(all)
}

const checkMany = async (given: CheckArguments): Promise<number> => {
  const option = (['fix', 'dry-run', 'each'] as const).find(name => given[name] === true)
  if (option !== undefined) throw new UsageError(`--${option} is for files that stand for themselves, and the hosts of a fleet share some`)
  return (await import('../fleet/check-fleet.ts')).checkFleet(given)
}

/** A description, and what was found in it. */
interface Checked {
  readonly source: Source
  readonly fixed: readonly Diagnostic[]
  readonly diagnostics: readonly Diagnostic[]
}

const checkOne = async (files: readonly string[], options: RenderOptions, given: CheckArguments): Promise<Checked> => {
  const root = single('root', given.root)
  const prepared = prepare(files, options)
  const mended = given.fix === true && !prepared.refused ? await mendIn(prepared, given) : undefined
  const { source, targets, diagnostics, refused } = mended === undefined ? prepared : prepareSource(mended.source, options)
  const around = root === undefined || refused ? [] : look(source, targets, root)
  return { source, fixed: mended?.fixed ?? [], diagnostics: [...(mended?.troubles ?? []), ...diagnostics, ...around] }
}

const refuseFix = (given: CheckArguments, files: readonly string[]): void => {
  const dry = given['dry-run'] === true
  if (dry && given.fix !== true) throw new UsageError('--dry-run says what --fix would do: give --fix as well')
  if (given.fix === true && !dry && files.includes('-'))
    throw new UsageError('--fix writes files: standard input is none, give --dry-run as well')
}

const mendIn = async ({ source }: Prepared, given: CheckArguments) => {
  const { mend } = await import('../mend.ts')
  return mend(source, { dryRun: given['dry-run'] === true, quiet: given.format !== 'text' })
}

/** What below the root is in the way of the answers. A root that can't be read would look as if nothing were. */
function look(source: Source, answers: readonly TargetAnswer[], root: string): readonly Diagnostic[] {
  const devices = describedDevices(source)
  try {
    readdirSync(root)
    const known = new Known(root)
    const all = answers.flatMap(answer => {
      const around = lookAround({ answer, placed: placesOf(wantedOf(answer), root), devices, root, known, answers })
      return [...filesInTheWay(around.files, answer.text), ...servicesInTheWay(around, answer.text, root)]
    })
    return [...all, ...guestsAround(answers, devices, root)].filter(
      ({ message }, i, every) => every.findIndex(other => other.message === message) === i,
    )
  } catch (error) {
    if (error instanceof Unsafe) return [found('file-unreadable', { file: error.file, why: error.message })]
    const why = systemReason(error)
    if (why === undefined) throw error
    return [found('file-unreadable', { file: root, why })]
  }
}
