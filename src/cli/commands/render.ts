import type { Argv, CommandModule } from 'yargs'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { formatNames, isFormat } from '../../formats/index.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { answerJson } from '../answer-json.ts'
import { filesText, summaryText } from '../answer-text.ts'
import type { DeliverOptions } from '../deliver.ts'
import { describedDevices } from '../described.ts'
import { emitDiagnostics, emitJson, refuse, toStderr, toStdout } from '../emit.ts'
import { folderOf, nameOf } from '../folder-of.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { statusOf, UsageError } from '../outcome.ts'
import { accountsRoot, type Prepared, prepare } from '../prepare.ts'
import type { WriteOptions } from '../write-root.ts'
import { descriptionOptions, formatOption, type Given } from './common.ts'

interface RenderArguments extends Given {
  readonly adopt?: boolean | undefined
  readonly output?: string | readonly string[] | undefined
}

const renderFormat = {
  ...formatOption,
  choices: [...formatOption.choices, ...formatNames],
  describe: 'For people, for programs, or for what makes and installs images',
}

const builder = (yargs: Argv) =>
  descriptionOptions(yargs, renderFormat)
    .option('root', { type: 'string', describe: 'Write the files below this directory; with several targets, below DIR/TARGET' })
    .option('output', { alias: 'o', type: 'string', describe: 'With --format tar to kiwi: write FILE, or the folder DIR' })
    .option('adopt', { type: 'boolean', describe: 'With --root: move files that are in the way to FILE.netglot-backup' })
    .example('$0 render host.yaml -t ifupdown', 'Print the files and what goes with them')
    .example('$0 render /etc/netplan -t networkd@257,suse', 'Several files into one, for two systems')
    .example('$0 render host.yaml -t debian-13,rocky-9', 'For distributions, with their packages and commands')
    .example('$0 render /etc/netplan -t auto', 'Divided among networkd and NetworkManager, as netplan does')
    .example('$0 render host.yaml -t netplan --root /mnt', 'Write the files below /mnt')
    .example('$0 render host.yaml -t all --format json', 'For other programs')
    .example('$0 render host.yaml -t rocky-9 --format ignition -o vm.ign', 'For a tool that makes or installs images')
    .example('ssh host cat vm.yaml | $0 render - -t suse', 'From another program')

/** `netglot render`: files for targets. */
export const renderCommand: CommandModule<object, RenderArguments> = {
  command: 'render [FILE...]',
  describe: 'Print or write the configuration files of the targets',
  builder: yargs => builder(yargs as Argv) as unknown as Argv<RenderArguments>,
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: RenderArguments): Promise<number> {
  const root = single('root', given.root)
  const output = single('output', given.output)
  if (!isFormat(given.format) && output !== undefined) throw new UsageError(`-o goes with a format such as tar: ${formatNames.join(', ')}`)
  if (isFormat(given.format) && root !== undefined)
    throw new UsageError(`--root writes files by itself: give it or --format ${given.format}`)
  if (given.adopt === true && root === undefined && output === undefined)
    throw new UsageError('--adopt moves what is in the way below a root: give --root as well')
  const accounts = accountsOf({ accounts: given.accounts, root: accountsRoot(root), user: given.user, group: given.group })
  const allowLoss = readAllowLoss(given['allow-loss'])
  const options = { targets: readTargets(given.target), allowLoss, accounts, machineWide: given['machine-wide'] === true }
  const prepared = prepare(readFiles(given.FILE), options)
  const json = given.format === 'json'
  if (prepared.refused) return refuse(prepared.diagnostics, prepared.source, json ? { targets: [] } : undefined)
  const writing = () => ({ adopt: given.adopt === true, accounts, devices: describedDevices(prepared.source) })
  if (isFormat(given.format)) return deliverAll(prepared, { ...writing(), format: given.format, output })
  const troubles: Troubles = root === undefined ? new Map() : await writeAll(prepared.targets, root, writing())
  const whole = { ...prepared, diagnostics: [...prepared.diagnostics, ...[...troubles.values()].flat()] }
  if (json) emitJson({ targets: whole.targets.map(answerJson), diagnostics: whole.diagnostics })
  else emitText(whole, good(whole.targets, troubles), root)
  return statusOf(whole.diagnostics)
}

/** For whom the answers are in a format, and not in files. */
const deliverAll = async (prepared: Prepared, options: Omit<DeliverOptions, 'nameOf'>): Promise<number> => {
  const { deliver } = await import('../deliver.ts')
  const { targets, source } = prepared
  const told = await deliver(targets, { ...options, nameOf: answer => nameOf(answer, targets) })
  const diagnostics = [...prepared.diagnostics, ...told]
  emitDiagnostics(diagnostics, source)
  return statusOf(diagnostics)
}

/** The answers that were printed or written. */
const good = (answers: readonly TargetAnswer[], troubles: Troubles): readonly TargetAnswer[] =>
  answers.filter(answer => !answer.failed && !troubles.get(answer)?.length)

/** What went wrong with each answer. */
type Troubles = ReadonlyMap<TargetAnswer, readonly Diagnostic[]>

/** What writes is loaded when something is written: most of the time of a short run is loading. */
const writeAll = async (answers: readonly TargetAnswer[], root: string, options: WriteOptions): Promise<Troubles> => {
  const { writeRoot } = await import('../write-root.ts')
  const whole = answers.filter(answer => !answer.failed)
  return new Map(whole.map(answer => [answer, writeRoot(answer, folderOf(answer, answers, root), options)]))
}

/** The answers that are good, and all that was found. */
const emitText = ({ targets: all, diagnostics, source }: Prepared, targets: readonly TargetAnswer[], root: string | undefined): void => {
  const heading = (answer: TargetAnswer): string => (targets.length > 1 ? `# ===== ${answer.text} =====\n\n` : '')
  if (root === undefined) toStdout(targets.map(answer => `${heading(answer)}${filesText(answer)}`).join('\n'))
  // On a terminal both go to the same place, and the last file has ended without an empty line.
  if (root === undefined && targets.length > 0) toStderr('\n')
  for (const answer of targets) toStderr(`${summaryText(answer, root && folderOf(answer, all, root))}\n`)
  emitDiagnostics(diagnostics, source)
}
