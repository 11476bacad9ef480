import type { CommandModule } from 'yargs'
import { targets } from '../../targets/index.ts'
import { emitJson, toStdout } from '../emit.ts'
import { formatOption } from './common.ts'

/** `netglot targets`: what can be rendered for. */
export const targetsCommand: CommandModule<object, { readonly format: string }> = {
  command: 'targets',
  describe: 'List the targets and their versions',
  builder: yargs =>
    yargs
      .option('format', formatOption)
      .example('$0 targets', 'Names and versions for -t')
      .example('$0 targets --format json', 'For other programs'),
  handler: ({ format }) => {
    const list = Object.values(targets).map(({ id, versions, title, about }) => ({ id, versions, title, about }))
    if (format === 'json') emitJson({ targets: list })
    else toStdout(`${list.map(paragraph).join('\n')}\n${between}`)
  },
}

const between = 'A version between these, or after them, is written as the newest one that is not newer.\n'

const paragraph = ({ id, versions, title, about }: { id: string; versions: readonly string[]; title: string; about: string }): string =>
  `${id}  ${title}\n  ${versions.map((version, i) => `${id}@${version}${i === 0 ? ' (default)' : ''}`).join(', ')}\n  ${about}\n`
