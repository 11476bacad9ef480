import type { Argv, CommandModule } from 'yargs'
import type { Release } from '../../targets/distributions/distribution.ts'
import { releases } from '../../targets/distributions/table.ts'
import { targets } from '../../targets/index.ts'
import { autoVersions } from '../../targets/spelling.ts'
import type { AnyTarget } from '../../targets/target.ts'
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
    .example('$0 targets', 'Names and versions for -t, distributions too')
    .example('$0 targets --format json', 'For other programs')
    .example('$0 targets --key bridges.*.parameters.stp', 'Who can run STP, and what do they write?')

/** `netglot targets`: what can be rendered for, and what of a key arrives there. */
export const targetsCommand: CommandModule<object, TargetsArguments> = {
  command: 'targets',
  describe: 'List the targets, their versions and the distributions, or what targets make of a key',
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
  const [all, rows] = [Object.values(targets), Object.entries(releases)]
  if (format === 'json')
    emitJson({ targets: all.map(entry), auto: { versions: autoVersions, about: aboutAuto }, distributions: rows.map(row) })
  else toStdout([...all.map(paragraph), between, paragraph(auto), ...rows.map(releaseText)].join('\n'))
}

type Entry = Pick<AnyTarget, 'id' | 'versions' | 'title' | 'about'>

const entry = ({ id, versions, title, about }: Entry): Entry => ({ id, versions, title, about })

const paragraph = ({ id, versions, title, about }: Entry): string =>
  `${id}  ${title}\n  ${versions.map((version, i) => `${id}@${version}${i === 0 ? ' (default)' : ''}`).join(', ')}\n  ${about}\n`

const between = 'A version between these, or after them, is written as the newest one that is not newer.\n'

const aboutAuto = 'each device goes to the renderer that the description names for it, as with netplan'
const auto: Entry = { id: 'auto', title: 'networkd and NetworkManager side by side', versions: autoVersions, about: aboutAuto }

const row = ([name, { title, stack, stacks, because, source, also }]: [string, Release]) => ({
  name,
  title,
  also: also ?? [],
  target: stack,
  version: stacks[stack],
  because,
  others: Object.entries(stacks)
    .filter(([other]) => other !== stack)
    .map(([target, version]) => ({ target, version })),
  source,
})

const releaseText = (release: [string, Release]): string => {
  const { name, title, also, target, version, because, others, source } = row(release)
  const more = others.map(other => `${other.target}@${name} (${other.version})`)
  return [
    `${[name, ...also].join(', ')}  ${title}: ${target}@${version}`,
    `  ${because}`,
    ...(more.length > 0 ? [`  also: ${more.join(', ')}`] : []),
    `  from: ${source}`,
    '',
  ].join('\n')
}
