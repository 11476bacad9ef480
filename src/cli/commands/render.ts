import type { Argv, CommandModule } from 'yargs'
import type { Source } from '../../description/source.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { formatNames, isFormat } from '../../formats/index.ts'
import type { Accounts } from '../../targets/context.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { answerJson } from '../answer-json.ts'
import { filesText, summaryText } from '../answer-text.ts'
import type { DeliverOptions } from '../deliver.ts'
import { emitDiagnostics, emitJson, refuse, toStderr, toStdout } from '../emit.ts'
import { nameOf } from '../folder-of.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { exit, statusOf, UsageError } from '../outcome.ts'
import { accountsRoot, type Prepared, prepare } from '../prepare.ts'
import type { Wishes } from '../root/wishes.ts'
import { builds, descriptionOptions, formatOption, type Given } from './common.ts'

interface RenderArguments extends Given, Wishes {
  readonly output?: string | readonly string[] | undefined
  readonly fleet?: string | readonly string[] | undefined
  readonly jobs?: string | readonly string[] | undefined
}

const renderFormat = {
  ...formatOption,
  choices: [...formatOption.choices, ...formatNames],
  describe: 'For people, for programs, or for what makes and installs images',
}

const builder = (yargs: Argv) =>
  descriptionOptions(yargs, renderFormat)
    .option('root', { type: 'string', describe: 'Write the files below this directory; with several targets, below DIR/TARGET' })
    .option('output', {
      alias: 'o',
      type: 'string',
      describe: 'With --format tar to kiwi: write FILE, or the folder DIR; with --fleet: DIR or FILE.tar',
    })
    .option('fleet', {
      type: 'string',
      describe: 'Render every host in this directory: HOST.yaml, HOST/ and the rows of hosts.csv, over the FILEs that all share',
    })
    .option('jobs', { type: 'string', describe: 'With --fleet: how many threads work (default: one a processor)' })
    .option('force', {
      type: 'boolean',
      describe: 'With --root, --fleet or a tree: move what others wrote, or somebody edited, to FILE.netglot-backup where it is in the way',
    })
    .option('prune', {
      type: 'boolean',
      describe: 'With --root or --fleet: remove files of netglot’s that the description no longer has, unless edited',
    })
    .option('check', {
      type: 'boolean',
      describe: 'With --root, --fleet or -o: write nothing; exit 1 if something would be written or is in the way',
    })
    .example('$0 render host.yaml -t ifupdown', 'Print the files and what goes with them')
    .example('$0 render /etc/netplan -t networkd@257,suse', 'Several files into one, for two systems')
    .example('$0 render host.yaml -t debian-13,rocky-9', 'For distributions, with their packages and commands')
    .example('$0 render /etc/netplan -t auto', 'Divided among networkd and NetworkManager, as netplan does')
    .example('$0 render host.yaml -t netplan --root /mnt', 'Write the files below /mnt')
    .example('$0 render host.yaml -t netplan --root /mnt --prune', 'The same, and remove what is left of earlier descriptions')
    .example('$0 render host.yaml -t all --format json', 'For other programs')
    .example('$0 render host.yaml -t rocky-9 --format ignition -o vm.ign', 'For a tool that makes or installs images')
    .example('$0 render base.yaml --fleet hosts -t debian-13 -o out', 'Many hosts, into out/HOST')
    .example('ssh host cat vm.yaml | $0 render - -t suse', 'From another program')

/** `netglot render`: files for targets. */
export const renderCommand: CommandModule<object, RenderArguments> = {
  command: 'render [FILE...]',
  describe: 'Print or write the configuration files of the targets',
  builder: builds<RenderArguments>(builder),
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: RenderArguments): Promise<number> {
  if (given.fleet !== undefined) return (await import('../fleet/render-fleet.ts')).renderFleet(given)
  if (given.jobs !== undefined) throw new UsageError('--jobs goes with --fleet')
  const root = single('root', given.root)
  const output = single('output', given.output)
  refuseUsage(given, root, output)
  const accounts = accountsOf({ accounts: given.accounts, root: accountsRoot(root), user: given.user, group: given.group })
  const allowLoss = readAllowLoss(given['allow-loss'])
  const options = { targets: readTargets(given.target), allowLoss, accounts, machineWide: given['machine-wide'] === true }
  const prepared = prepare(readFiles(given.FILE), options)
  const json = given.format === 'json'
  if (prepared.refused) return refuse(prepared.diagnostics, prepared.source, json ? { targets: [] } : undefined)
  if (isFormat(given.format)) return deliverAll(prepared, given, { accounts, format: given.format, output })
  return root === undefined ? printAll(prepared, json) : writeBelow(prepared, root, given, accounts)
}

const refuseUsage = (given: RenderArguments, root: string | undefined, output: string | undefined): void => {
  if (!isFormat(given.format) && output !== undefined) throw new UsageError(`-o goes with a format such as tar: ${formatNames.join(', ')}`)
  if (isFormat(given.format) && root !== undefined)
    throw new UsageError(`--root writes files by itself: give it or --format ${given.format}`)
  const option = (['check', 'force', 'prune'] as const).find(name => given[name] === true)
  if (option !== undefined && root === undefined && output === undefined)
    throw new UsageError(`--${option} is about the files below a root: give --root as well`)
}

/** For whom the answers are in a format, and not in files. */
const deliverAll = async (
  prepared: Prepared,
  wishes: Wishes,
  options: Pick<DeliverOptions, 'accounts' | 'format' | 'output'>,
): Promise<number> => {
  // What writes is loaded when something is written: most of the time of a short run is loading.
  const { deliver } = await import('../deliver.ts')
  const { isNothing, wouldText } = await import('../root/file-changes.ts')
  const { writeOptions } = await import('../root/write-all.ts')
  const { targets, source } = prepared
  const writing = writeOptions(source, wishes, options.accounts)
  const { changes, diagnostics: told } = await deliver(targets, { ...writing, ...options, nameOf: answer => nameOf(answer, targets) })
  const diagnostics = [...prepared.diagnostics, ...told]
  if (wishes.check === true) toStderr(wouldText(changes))
  emitDiagnostics(diagnostics, source)
  return statusOf(diagnostics) || (wishes.check === true && !isNothing(changes) ? exit.refused : exit.done)
}

const writeBelow = async (prepared: Prepared, root: string, given: RenderArguments, accounts: Accounts): Promise<number> => {
  const { writeAndTell } = await import('../root/write-and-tell.ts')
  return writeAndTell(prepared, root, { wishes: given, accounts, json: given.format === 'json' })
}

const printAll = async ({ source, targets, diagnostics }: Prepared, json: boolean): Promise<number> => {
  const good = targets.filter(answer => !answer.failed)
  if (json) {
    const { descriptionHash } = await import('../root/description-hash.ts')
    const { manifestOfAnswer } = await import('../root/manifest-of-answer.ts')
    const manifest = (answer: TargetAnswer): object | undefined =>
      answer.failed ? undefined : manifestOfAnswer(answer, descriptionHash(source))
    emitJson({ targets: targets.map(answer => ({ ...answerJson(answer), manifest: manifest(answer) })), diagnostics })
  } else emitFiles(good, diagnostics, source)
  return statusOf(diagnostics)
}

/** The answers that are good, and all that was found. */
const emitFiles = (targets: readonly TargetAnswer[], diagnostics: readonly Diagnostic[], source: Source): void => {
  const heading = (answer: TargetAnswer): string => (targets.length > 1 ? `# ===== ${answer.text} =====\n\n` : '')
  toStdout(targets.map(answer => `${heading(answer)}${filesText(answer)}`).join('\n'))
  // On a terminal both go to the same place, and the last file has ended without an empty line.
  if (targets.length > 0) toStderr('\n')
  for (const answer of targets) toStderr(`${summaryText(answer)}\n`)
  emitDiagnostics(diagnostics, source)
}
