import { moveAside } from './answer-text.ts'
import { type ReleaseRow, rows, type Stack, stacks, stockOf } from './target-list.ts'

/** All targets, for people. */
export const listText = (): string => {
  const [auto, others] = [stacks.filter(({ id }) => id === 'auto'), stacks.filter(({ id }) => id !== 'auto')]
  return [
    ...others.map(stackText),
    between,
    ...auto.map(stackText),
    ...rows().map(row => `${releaseText(row)}${replaced(row)}${shortly(row)}`),
    further,
  ].join('\n')
}

const between = 'A version between these, or after them, is written as the newest one that is not newer.\n'

const further = `Code names (bookworm, noble), point releases (rhel-9.4) and what else people say (alma-9, pve-9, opensuse-leap-16) are understood.
\`netglot targets NAME\` tells why what is in the way there has to be moved aside; IFACE stands for a described device.
`

/** One target, for people: `name` is how it is spelled here. */
export function oneText(name: string): string {
  const [release] = rows([name])
  const [id = ''] = name.split('@')
  const head =
    release === undefined
      ? stacks
          .filter(stack => stack.id === id)
          .map(stackText)
          .join('')
      : releaseText(release)
  return `${head}${longer(name)}`
}

const stackText = ({ id, versions, title, about }: Stack): string =>
  `${id}  ${title}\n  ${versions.map((version, i) => `${id}@${version}${i === 0 ? ' (default)' : ''}`).join(', ')}\n  ${about}\n`

const releaseText = ({ name, title, also, target, version, because, others, source }: ReleaseRow): string => {
  const more = others.map(other => `${other.target}@${name} (${other.version})`)
  return [
    `${[name, ...also].join(', ')}  ${title}: ${target}@${version}`,
    `  ${because}`,
    ...(more.length > 0 ? [`  also: ${more.join(', ')}`] : []),
    `  from: ${source}`,
    '',
  ].join('\n')
}

const shortly = ({ remove }: ReleaseRow): string =>
  remove.length === 0 ? '' : `  in the way: ${remove.map(({ path }) => path).join(', ')}\n`

const replaced = ({ replaces }: Pick<ReleaseRow, 'replaces'>): string =>
  replaces.length === 0 ? '' : `  ours takes the place of: ${replaces.join(', ')}\n`

const longer = (name: string): string => {
  const stock = stockOf(name)
  const aside =
    stock.remove.length === 0
      ? '  in the way: nothing that we know of\n'
      : `  in the way, each where it is there:\n${moveAside(stock.remove).join('\n')}\n`
  return `${replaced(stock)}${aside}`
}
