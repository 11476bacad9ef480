import type { Argv, CommandModule } from 'yargs'
import type { SourceFile } from '../../description/source.ts'
import { visible } from '../../diagnostics/printers/paint.ts'
import { emitDiagnostics, toStderr, toStdout } from '../emit.ts'
import { formatYaml } from '../format-yaml.ts'
import { replaceText, textDiff } from '../mend.ts'
import { readFiles } from '../options.ts'
import { exit, statusOf, UsageError } from '../outcome.ts'
import { readSource } from '../read-source.ts'
import { builds } from './common.ts'

interface FmtArguments {
  readonly FILE?: readonly (string | number)[] | undefined
  readonly check?: boolean | undefined
  readonly diff?: boolean | undefined
}

const builder = (yargs: Argv) =>
  yargs
    .positional('FILE', { type: 'string', array: true, describe: 'YAML file, directory of *.yaml, or - for standard input' })
    .option('check', { type: 'boolean', describe: 'Name the files that are not formatted, and write nothing' })
    .option('diff', { type: 'boolean', describe: 'Print what would change as a unified diff, and write nothing' })
    .example('$0 fmt host.yaml', 'Format a description in place')
    .example('$0 fmt --check hosts', 'For pipelines: is every file of the folder formatted?')
    .example('$0 fmt - < host.yaml', 'From standard input to standard output, for editors')
    .epilogue('Exit status: 0 done, 1 not formatted (--check, --diff) or no description, 2 wrong usage, 3 input or output trouble')

/** `netglot fmt`: descriptions as prettier lays them out. */
export const fmtCommand: CommandModule<object, FmtArguments> = {
  command: 'fmt [FILE...]',
  describe: 'Format descriptions in place, comments kept',
  builder: builds<FmtArguments>(builder),
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: FmtArguments): Promise<number> {
  const looksOnly = given.check === true || given.diff === true
  const files = readFiles(given.FILE)
  if (files.includes('-') && files.length > 1 && !looksOnly) throw new UsageError('- goes to standard output: give it alone')
  const { source, diagnostics } = readSource(files)
  const statuses = [statusOf(diagnostics)]
  emitDiagnostics(diagnostics, source)
  for (const file of source) statuses.push(await formatOne(file, given))
  return Math.max(...statuses)
}

const formatOne = async (file: SourceFile, given: FmtArguments): Promise<number> => {
  const { text, diagnostics } = await formatYaml(file)
  emitDiagnostics(diagnostics, [file])
  if (diagnostics.length > 0) return statusOf(diagnostics)
  if (given.check === true || given.diff === true) return look(file, text, given)
  if (file.name === '-') toStdout(text)
  else if (text !== file.text) return write(file.name, text)
  return exit.done
}

const look = async (file: SourceFile, text: string, given: FmtArguments): Promise<number> => {
  if (text === file.text) return exit.done
  if (given.diff === true) toStdout(await textDiff(file.name, file.text, text))
  else toStdout(`${visible(file.name)}\n`)
  return exit.refused
}

const write = (name: string, text: string): number => {
  const troubles = replaceText(name, text)
  emitDiagnostics(troubles, [])
  if (troubles.length === 0) toStderr(`formatted ${visible(name)}\n`)
  return statusOf(troubles)
}
