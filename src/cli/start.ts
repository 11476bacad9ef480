import { emitDiagnostics, toStderr } from './emit.ts'
import { workerWord } from './fleet/worker-word.ts'
import { found } from './found.ts'
import { exit, UsageError } from './outcome.ts'
import { quickCommand } from './quick-command.ts'

/** Runs the program; yargs is loaded where a command line wants it. */
const start = async (args: readonly string[]): Promise<void> => {
  if (args[0] === workerWord) return (await import('./fleet/worker.ts')).work()
  if (await quickCommand(args)) return
  const { main } = await import('./main.ts')
  await main(args)
}

/** Tells why nothing was done, without a stack trace: that is for us, and only when it is asked for. */
const fail = (error: unknown): void => {
  if (error instanceof UsageError) {
    toStderr(`netglot: ${error.message}\nTry: netglot --help\n`)
    process.exitCode = exit.usage
    return
  }
  const what = error instanceof Error ? error.message : 'something was thrown that is no error'
  emitDiagnostics([found('internal', { what })], [])
  if (process.env.NETGLOT_DEBUG && error instanceof Error) toStderr(`${error.stack ?? ''}\n`)
  process.exitCode = exit.fault
}

start(process.argv.slice(2)).catch(fail)
