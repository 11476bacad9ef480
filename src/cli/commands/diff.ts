import type { Argv, CommandModule } from 'yargs'
import { compareAll, diffJson, isDifferent, statusOfDiff } from '../compare.ts'
import { emitDiagnostics, emitJson, toStdout } from '../emit.ts'
import type { FleetArguments } from '../fleet/open-fleet.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { UsageError } from '../outcome.ts'
import { accountsRoot, prepare } from '../prepare.ts'
import { diffText } from '../root/diff-text.ts'
import { writeOptions } from '../root/write-all.ts'
import { builds, descriptionOptions } from './common.ts'

const builder = (yargs: Argv) =>
  descriptionOptions(yargs)
    .option('root', {
      type: 'string',
      describe: 'Compare with the files below this directory (default: /); with several targets, below DIR/TARGET',
    })
    .example('$0 diff host.yaml -t debian-12', 'What would change on this machine?')
    .option('fleet', { type: 'string', describe: 'Compare every host in this directory with what is below --root, in DIR/HOST' })
    .example('$0 diff host.yaml -t networkd --root /mnt', 'Below another root')
    .example('$0 diff base.yaml --fleet hosts -t debian-13 --root out', 'What would render --fleet change below out?')
    .epilogue('Exit status: 0 nothing would change, 1 something would or is in the way, 2 trouble, 70 a fault of netglot')

/** `netglot diff`: what writing below a root would change. */
export const diffCommand: CommandModule<object, FleetArguments> = {
  command: 'diff [FILE...]',
  describe: 'Show what would change below a root, secrets hidden; writes nothing',
  builder: builds<FleetArguments>(builder),
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: FleetArguments): Promise<number> {
  if (given.fleet !== undefined) return (await import('../fleet/diff-fleet.ts')).diffFleet(given)
  const root = single('root', given.root) ?? '/'
  const targets = readTargets(given.target)
  const accounts = accountsOf({ accounts: given.accounts, root: accountsRoot(root), user: given.user, group: given.group })
  const allowLoss = readAllowLoss(given['allow-loss'])
  const prepared = prepare(readFiles(given.FILE), { targets, allowLoss, accounts, machineWide: given['machine-wide'] === true })
  if (given.root === undefined && prepared.targets.length > 1)
    throw new UsageError('this machine has one system: give one target, or a --root with a folder for each')
  const compared = await compareAll(prepared.targets, root, writeOptions(prepared.source, { prune: true }, accounts))
  const inTheWay = compared.flatMap(one => one.inTheWay)
  const troubles = [...prepared.diagnostics, ...compared.flatMap(one => one.troubles)]
  const differs = isDifferent(compared)
  const diagnostics = [...troubles, ...inTheWay]
  if (given.format === 'json') emitJson({ differs, targets: compared.map(diffJson), diagnostics })
  else {
    toStdout(compared.flatMap(({ files }) => files.map(diffText)).join(''))
    emitDiagnostics(diagnostics, prepared.source)
  }
  return statusOfDiff(troubles, differs)
}
