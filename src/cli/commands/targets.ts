import type { Argv, CommandModule } from 'yargs'
import { targets } from '../../targets/index.ts'
import { emitJson, toStdout } from '../emit.ts'
import { single } from '../options.ts'
import { formatOption } from './common.ts'

interface TargetsArguments {
  readonly format: string
  readonly key?: string | readonly string[] | undefined
}

const builder = (yargs: Argv) =>
  yargs
    .option('format', formatOption)
    .option('key', { type: 'string', describe: 'What each target makes of this key of a description' })
    .example('$0 targets', 'Names and versions for -t')
    .example('$0 targets --format json', 'For other programs')
    .example('$0 targets --key bridges.*.parameters.stp', 'Who can run STP, and what do they write?')

/** `netglot targets`: what can be rendered for, and what of a key arrives there. */
export const targetsCommand: CommandModule<object, TargetsArguments> = {
  command: 'targets',
  describe: 'List the targets and their versions, or what they make of a key',
  builder: yargs => builder(yargs as Argv) as unknown as Argv<TargetsArguments>,
  handler: async ({ format, key: given }) => {
    const key = single('key', given)
    if (key === undefined) list(format)
    else await answer(key, format)
  },
}

/** The reference renders the key for every target, so only who asks for it waits for that. */
const answer = async (text: string, format: string): Promise<void> => {
  const { keyAnswer, keyJson, keyText } = await import('../key-answer.ts')
  const found = keyAnswer(text)
  if (format === 'json') emitJson(keyJson(found))
  else toStdout(keyText(found))
}

const list = (format: string): void => {
  const all = Object.values(targets).map(({ id, versions, title, about }) => ({ id, versions, title, about }))
  if (format === 'json') emitJson({ targets: all })
  else toStdout(`${all.map(paragraph).join('\n')}\n${between}`)
}

const between = 'A version between these, or after them, is written as the newest one that is not newer.\n'

const paragraph = ({ id, versions, title, about }: { id: string; versions: readonly string[]; title: string; about: string }): string =>
  `${id}  ${title}\n  ${versions.map((version, i) => `${id}@${version}${i === 0 ? ' (default)' : ''}`).join(', ')}\n  ${about}\n`
