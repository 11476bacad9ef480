import type { Argv, CommandModule } from 'yargs'
import { emitJson, refuse, toStdout } from '../emit.ts'
import { single } from '../options.ts'
import { exit, statusOf, UsageError } from '../outcome.ts'
import { builds, formatOption } from './common.ts'

interface TargetsArguments {
  readonly format: string
  readonly NAME?: readonly string[] | undefined
  readonly key?: string | readonly string[] | undefined
}

const builder = (yargs: Argv) =>
  yargs
    .positional('NAME', { type: 'string', array: true, describe: 'Targets, distributions too: what they are, and what is in their way' })
    .option('format', formatOption)
    .option('key', { type: 'string', describe: 'What each target makes of this key of a description' })
    .example('$0 targets', 'Names and versions for -t, distributions too')
    .example('$0 targets debian-13 rocky-9', 'What do they have, and what is to be moved aside there?')
    .example('$0 targets --format json', 'For other programs')
    .example('$0 targets --key bridges.*.parameters.stp', 'Who can run STP, and what do they write?')

/** `netglot targets`: what can be rendered for, and what of a key arrives there. */
export const targetsCommand: CommandModule<object, TargetsArguments> = {
  command: 'targets [NAME...]',
  describe: 'List the targets, their versions and the distributions, or what targets make of a key',
  builder: builds<TargetsArguments>(builder),
  handler: async ({ format, key: given, NAME: names = [] }) => {
    const key = single('key', given)
    if (key !== undefined && names.length > 0) throw new UsageError('--key tells of all targets: give no NAME with it')
    if (key !== undefined) await answer(key, format)
    else if (names.length > 0) await some(names, format)
    else await list(format)
  },
}

/** The reference renders the key for every target, so only who asks for it waits for that. */
const answer = async (text: string, format: string): Promise<void> => {
  const { keyAnswer, keyJson, keyText } = await import('../key-answer.ts')
  const found = keyAnswer(text)
  if (format === 'json') emitJson(keyJson(found))
  else toStdout(keyText(found))
}

const list = async (format: string): Promise<void> => {
  const { rows, stacks } = await import('../target-list.ts')
  const { listText } = await import('../target-list-text.ts')
  if (format !== 'json') return toStdout(listText())
  const [targets, [auto]] = [stacks.filter(({ id }) => id !== 'auto'), stacks.filter(({ id }) => id === 'auto')]
  emitJson({ targets, auto: { versions: auto?.versions, about: auto?.about }, distributions: rows() })
}

const some = async (names: readonly string[], format: string): Promise<void> => {
  const { resolve, rows, stockOf } = await import('../target-list.ts')
  const { oneText } = await import('../target-list-text.ts')
  const { targets, diagnostics } = resolve(names)
  const wrong = diagnostics.filter(({ slug }) => slug === 'unknown-target' || slug === 'unknown-version')
  if (statusOf(wrong) !== exit.done) {
    process.exitCode = refuse(wrong, [], format === 'json' ? { targets: [], distributions: [] } : undefined)
    return
  }
  if (format !== 'json') return toStdout(targets.map(({ name }) => oneText(name)).join('\n'))
  const told = targets.map(({ name, target, version, distribution }) => ({ name, target, version, distribution, ...stockOf(name) }))
  emitJson({ targets: told, distributions: rows(targets.flatMap(({ distribution }) => distribution ?? [])) })
}
