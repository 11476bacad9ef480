import { readdirSync } from 'node:fs'
import type { Argv, CommandModule } from 'yargs'
import type { Source } from '../../description/source.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { describedDevices } from '../described.ts'
import { emitDiagnostics, emitJson } from '../emit.ts'
import { found, systemReason } from '../found.ts'
import { filesInTheWay, lookAround, servicesInTheWay } from '../in-the-way.ts'
import { accountsOf, readAllowLoss, readFiles, readTargets, single } from '../options.ts'
import { statusOf } from '../outcome.ts'
import { accountsRoot, prepare } from '../prepare.ts'
import { Known } from '../root/known.ts'
import { wantedOf } from '../root/wanted.ts'
import { Unsafe } from '../safe-path.ts'
import { descriptionOptions, type Given } from './common.ts'

const builder = (yargs: Argv) =>
  descriptionOptions(yargs)
    .option('root', { type: 'string', describe: 'Also look for files below this directory that claim a described device' })
    .example('$0 check host.yaml', 'Would any target refuse or lose something?')
    .example('$0 check host.yaml -t networkd --root /', 'Does anything on this machine stand in the way?')

/** `netglot check`: diagnostics only. */
export const checkCommand: CommandModule<object, Given> = {
  command: 'check [FILE...]',
  describe: 'Report what is wrong with a description, and what targets would lose',
  builder: yargs => builder(yargs as Argv) as unknown as Argv<Given>,
  handler: given => {
    process.exitCode = run(given)
  },
}

function run(given: Given): number {
  const root = single('root', given.root)
  const accounts = accountsOf({ accounts: given.accounts, root: accountsRoot(root), user: given.user, group: given.group })
  const allowLoss = readAllowLoss(given['allow-loss'])
  const options = { targets: readTargets(given.target, ['all']), allowLoss, accounts, machineWide: given['machine-wide'] === true }
  const { source, targets, diagnostics, refused } = prepare(readFiles(given.FILE), options)
  const all = [...diagnostics, ...(root === undefined || refused ? [] : look(source, targets, root))]
  if (given.format === 'json') emitJson({ diagnostics: all })
  else emitDiagnostics(all, source)
  return statusOf(all)
}

/** What below the root is in the way of the answers. A root that can't be read would look as if nothing were. */
function look(source: Source, answers: readonly TargetAnswer[], root: string): readonly Diagnostic[] {
  const devices = describedDevices(source)
  try {
    readdirSync(root)
    const known = new Known(root)
    const all = answers.flatMap(answer => {
      const around = lookAround({ answer, wanted: wantedOf(answer), devices, root, known, answers })
      return [...filesInTheWay(around.files, answer.text), ...servicesInTheWay(around, answer.text, root)]
    })
    return all.filter(({ message }, i) => all.findIndex(other => other.message === message) === i)
  } catch (error) {
    if (error instanceof Unsafe) return [found('file-unreadable', { file: error.file, why: error.message })]
    const why = systemReason(error)
    if (why === undefined) throw error
    return [found('file-unreadable', { file: root, why })]
  }
}
