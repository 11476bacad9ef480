import type { Argv } from 'yargs'

/** The builder of a command with these arguments: yargs types what it gives the handler by each option, and the commands name it in one interface. */
export const builds =
  <A>(build: (yargs: Argv) => object) =>
  (yargs: Argv<object>): Argv<A> =>
    build(yargs as Argv) as Argv<A>

type Texts = string | readonly string[] | undefined

/** The options of the commands that read a description, as yargs gives them. */
export interface Given {
  readonly FILE?: readonly (string | number)[] | undefined
  readonly target?: Texts
  readonly root?: Texts
  readonly format: string
  readonly accounts?: Texts
  readonly user?: Texts
  readonly group?: Texts
  readonly 'allow-loss'?: Texts
  readonly 'machine-wide'?: boolean | undefined
}

/** What `--format` may be, for the commands of which all have these two. */
export const formatOption = { choices: ['text', 'json'], default: 'text', describe: 'For people or for programs' } as const

interface FormatOption {
  readonly choices: readonly string[]
  readonly default: string
  readonly describe: string
}

/** The options that say what is read and for whom. */
export const descriptionOptions = (yargs: Argv, format: FormatOption = formatOption) =>
  renderOptions(
    yargs.positional('FILE', {
      type: 'string',
      array: true,
      describe: 'YAML file, directory of *.yaml, or - for standard input; later ones win',
    }),
    format,
  )

/** The options that say for whom. */
export const renderOptions = (yargs: Argv, format: FormatOption = formatOption) =>
  yargs
    .option('target', {
      alias: 't',
      type: 'string',
      describe: 'TARGET[@VERSION], a distribution, auto or all; several with commas; `netglot targets` lists them',
    })
    .option('format', format)
    .option('allow-loss', { type: 'string', describe: 'Accept losses: all, or TARGET:CODE:PATH,…' })
    .option('accounts', { type: 'string', describe: 'Directory with etc/passwd and etc/group of the machine (default: --root)' })
    .option('user', { type: 'string', describe: 'NAME=NUMBER of a user of the machine' })
    .option('group', { type: 'string', describe: 'NAME=NUMBER of a group of the machine' })
    .option('machine-wide', { type: 'boolean', describe: 'Also write files that change more than the described devices' })
