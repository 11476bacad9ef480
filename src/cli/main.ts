import yargs from 'yargs'
import { suggest } from '../description/suggest.ts'
import { checkCommand } from './commands/check.ts'
import { completionCommand } from './commands/completion.ts'
import { diffCommand } from './commands/diff.ts'
import { explainCommand } from './commands/explain.ts'
import { fmtCommand } from './commands/fmt.ts'
import { graphCommand } from './commands/graph.ts'
import { initCommand } from './commands/init.ts'
import { playgroundCommand } from './commands/playground.ts'
import { renderCommand } from './commands/render.ts'
import { schemaCommand } from './commands/schema.ts'
import { targetsCommand } from './commands/targets.ts'
import { completeTarget } from './completion/complete-target.ts'
import { version, whenStdoutFails } from './emit.ts'
import { spellAllowLoss, spellStandardInput } from './options.ts'
import { UsageError } from './outcome.ts'

const commands = ['init', 'render', 'check', 'diff', 'explain', 'fmt', 'graph', 'targets', 'schema', 'playground', 'completion']

/** yargs says no more of a word that is no command than that it does not know it. */
const inOurWords = (message: string): string => {
  const [, word] = /^Unknown commands?: ([^,]+)/.exec(message) ?? []
  if (word === undefined) return message
  const near = suggest(word, commands)
  return `there is no command ${word}: ${near === undefined ? 'say what to do first: init, render, check, diff, explain, fmt, graph, targets or schema' : `did you mean ${near}?`}`
}

/** Reads the command line with yargs and runs its command, which sets the exit status. */
export const main = async (args: readonly string[]): Promise<void> => {
  // yargs prints its help by Node's stream.
  process.stdout.on('error', whenStdoutFails)
  await yargs(spellStandardInput(spellAllowLoss(args)))
    .scriptName('netglot')
    .usage('$0 <command>\n\nOne network description in, the files of every Linux system out.')
    .command(initCommand)
    .command(renderCommand)
    .command(checkCommand)
    .command(diffCommand)
    .command(explainCommand)
    .command(fmtCommand)
    .command(graphCommand)
    .command(targetsCommand)
    .command(schemaCommand)
    .command(playgroundCommand)
    .command(completionCommand)
    // The scripts are ours (completion/scripts.ts); what they ask is answered by yargs.
    .completion('print-yargs-completion', false, completeTarget)
    .example('$0 render host.yaml -t ifupdown', 'Print the files of Debian’s ifupdown')
    .example('$0 check host.yaml', 'Report what any target would refuse or lose')
    .epilogue('Exit status: 0 done, 1 refused or lossy, 2 wrong usage, 3 input or output trouble, 70 a fault of netglot')
    .demandCommand(1, 'say what to do: init, render, check, diff, explain, fmt, graph, targets or schema')
    .strict()
    .strictCommands()
    .detectLocale(false)
    .parserConfiguration({ 'camel-case-expansion': false, 'dot-notation': false, 'parse-positional-numbers': false })
    .version(version)
    .alias('h', 'help')
    .wrap(helpWidth())
    .fail((message, error) => {
      throw message ? new UsageError(inOurWords(message)) : error
    })
    .parseAsync()
}

/** As wide as the terminal, but no wider than people like to read. Elsewhere as COLUMNS says: the man page is made of help without line breaks. */
const helpWidth = (): number => Math.min(100, process.stdout.columns ?? 0) || Number(process.env.COLUMNS) || 100
