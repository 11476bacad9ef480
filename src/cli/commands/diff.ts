import { readdirSync } from 'node:fs'
import type { Argv, CommandModule } from 'yargs'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Accounts } from '../../targets/context.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { emitDiagnostics, emitJson, toStdout } from '../emit.ts'
import { folderOf } from '../folder-of.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { exit, statusOf, UsageError } from '../outcome.ts'
import { accountsRoot, type Prepared, prepare } from '../prepare.ts'
import { diffText } from '../root/diff-text.ts'
import { type FileDiff, fileDiffs } from '../root/file-diff.ts'
import { ownersNotSet } from '../root/owners-not-set.ts'
import { type PlanOptions, planRoot } from '../root/plan.ts'
import { writeOptions } from '../root/write-all.ts'
import { refusalsOf, trouble } from '../write-root.ts'
import { descriptionOptions, type Given } from './common.ts'

const builder = (yargs: Argv) =>
  descriptionOptions(yargs)
    .option('root', {
      type: 'string',
      describe: 'Compare with the files below this directory (default: /); with several targets, below DIR/TARGET',
    })
    .example('$0 diff host.yaml -t debian-12', 'What would change on this machine?')
    .example('$0 diff host.yaml -t networkd --root /mnt', 'Below another root')
    .epilogue('Exit status: 0 nothing would change, 1 something would or is in the way, 2 trouble, 70 a fault of netglot')

/** `netglot diff`: what writing below a root would change. */
export const diffCommand: CommandModule<object, Given> = {
  command: 'diff [FILE...]',
  describe: 'Show what would change below a root, secrets hidden; writes nothing',
  builder: yargs => builder(yargs as Argv) as unknown as Argv<Given>,
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: Given): Promise<number> {
  const root = single('root', given.root) ?? '/'
  const targets = readTargets(given.target)
  const accounts = accountsOf({ accounts: given.accounts, root: accountsRoot(root), user: given.user, group: given.group })
  const allowLoss = readAllowLoss(given['allow-loss'])
  const prepared = prepare(readFiles(given.FILE), { targets, allowLoss, accounts, machineWide: given['machine-wide'] === true })
  if (given.root === undefined && prepared.targets.length > 1)
    throw new UsageError('this machine has one system: give one target, or a --root with a folder for each')
  const compared = await compareAll(prepared, root, accounts)
  const inTheWay = compared.flatMap(one => one.inTheWay)
  const troubles = [...prepared.diagnostics, ...compared.flatMap(one => one.troubles)]
  const differs = inTheWay.length > 0 || compared.some(({ files }) => files.length > 0)
  const diagnostics = [...troubles, ...inTheWay]
  if (given.format === 'json') emitJson({ differs, targets: compared.map(json), diagnostics })
  else {
    toStdout(compared.flatMap(({ files }) => files.map(diffText)).join(''))
    emitDiagnostics(diagnostics, prepared.source)
  }
  return statusOfDiff(troubles, differs)
}

/** As diff(1) has it. */
const statusOfDiff = (troubles: readonly Diagnostic[], differs: boolean): number => {
  const status = statusOf(troubles)
  if (status === exit.fault) return status
  return status !== exit.done ? exit.usage : differs ? exit.refused : exit.done
}

interface Compared {
  readonly answer: TargetAnswer
  readonly root: string
  readonly files: readonly FileDiff[]
  /** Why `render --root` would write nothing. */
  readonly inTheWay: readonly Diagnostic[]
  /** Why nothing can be told, and what else there is to say. */
  readonly troubles: readonly Diagnostic[]
}

const compareAll = async ({ source, targets }: Prepared, root: string, accounts: Accounts): Promise<readonly Compared[]> => {
  const good = targets.filter(answer => !answer.failed)
  if (good.length === 0) return []
  const options = writeOptions(source, { prune: true }, accounts)
  const all: Compared[] = []
  for (const answer of good) all.push(await compare(answer, folderOf(answer, targets, root), options))
  return all
}

/** A root that can't be read would look as if everything were new. */
const compare = async (answer: TargetAnswer, root: string, options: PlanOptions): Promise<Compared> => {
  try {
    readdirSync(root)
    const plan = planRoot(answer, root, options)
    return { answer, root, files: await fileDiffs(plan), inTheWay: refusalsOf(plan), troubles: ownersNotSet(plan) }
  } catch (error) {
    return { answer, root, files: [], inTheWay: [], troubles: [trouble('file-unreadable', error, root, answer.text)] }
  }
}

const json = ({ answer: { target, version, distribution }, root, files }: Compared): object => ({
  target,
  version,
  distribution,
  root,
  files,
})
