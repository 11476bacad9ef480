import { basename } from 'node:path'
import type { Argv, CommandModule } from 'yargs'
import { type Shell, scripts } from '../completion/scripts.ts'
import { toStdout } from '../emit.ts'
import { UsageError } from '../outcome.ts'
import { builds } from './common.ts'

interface CompletionArguments {
  readonly SHELL?: string | undefined
}

const shells = Object.keys(scripts) as readonly Shell[]

const builder = (yargs: Argv) =>
  yargs
    .positional('SHELL', { type: 'string', choices: shells, describe: 'The shell; without it the one of $SHELL' })
    .example('$0 completion bash > ~/.local/share/bash-completion/completions/netglot', 'For bash')
    .example('$0 completion zsh > ~/.zfunc/_netglot', 'For zsh, in a folder of $fpath')
    .example('$0 completion fish > ~/.config/fish/completions/netglot.fish', 'For fish')

/** `netglot completion`: what makes a shell complete the command line. */
export const completionCommand: CommandModule<object, CompletionArguments> = {
  command: 'completion [SHELL]',
  describe: 'Print the completion script of bash, zsh or fish',
  builder: builds<CompletionArguments>(builder),
  handler: ({ SHELL }) => {
    const name = SHELL ?? basename(process.env.SHELL ?? '')
    const shell = shells.find(known => known === name)
    if (shell === undefined) throw new UsageError(`say for which shell: ${shells.join(', ')}`)
    toStdout(scripts[shell])
  },
}
