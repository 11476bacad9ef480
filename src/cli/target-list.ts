import { render } from '../render.ts'
import type { Obstacle } from '../targets/answer.ts'
import type { Release } from '../targets/distributions/distribution.ts'
import { releases } from '../targets/distributions/table.ts'
import { targets } from '../targets/index.ts'
import { autoVersions } from '../targets/spelling.ts'
import type { AnyTarget } from '../targets/target.ts'
import { withAdvice } from './cloud-init.ts'

/** A stack, with its versions. */
export type Stack = Pick<AnyTarget, 'id' | 'versions' | 'title' | 'about'>

const auto: Stack = {
  id: 'auto',
  title: 'networkd and NetworkManager side by side',
  versions: autoVersions,
  about: 'each device goes to the renderer that the description names for it, as with netplan',
}

/** All stacks, `auto` last. */
export const stacks: readonly Stack[] = [
  ...Object.values(targets).map(({ id, versions, title, about }) => ({ id, versions, title, about })),
  auto,
]

/** A release, as programs get it. */
export interface ReleaseRow extends Stock {
  readonly name: string
  readonly title: string
  readonly also: readonly string[]
  readonly target: string
  readonly version: string
  readonly because: string
  readonly others: readonly { readonly target: string; readonly version: string }[]
  readonly source: string
}

/** All releases, or those of these names. */
export const rows = (names = Object.keys(releases)): readonly ReleaseRow[] =>
  Object.entries(releases)
    .filter(([name, { also }]) => [name, ...(also ?? [])].some(own => names.includes(own)))
    .map(row)

const row = ([name, { title, stack, stacks: versions, because, source, also }]: [string, Release]): ReleaseRow => ({
  name,
  title,
  also: also ?? [],
  target: stack,
  version: versions[stack] ?? '',
  because,
  others: Object.entries(versions)
    .filter(([other]) => other !== stack)
    .map(([target, version]) => ({ target, version })),
  source,
  ...stockOf(name),
})

/** A machine with one NIC, whose name stands for any. */
const oneNic = [{ name: 'one NIC', text: 'network:\n  ethernets:\n    IFACE: {dhcp4: true}\n' }]

/** What a stock system has of its own for what a target does. */
interface Stock {
  /** Where ours takes its place. */
  readonly replaces: readonly string[]
  /** What has to be moved aside. */
  readonly remove: readonly Obstacle[]
}

/** Nothing is looked up: one NIC is rendered for the target. */
export function stockOf(name: string): Stock {
  const answers = resolve([name]).targets
  const paths = answers.flatMap(({ files }) => files.map(({ path }) => path))
  return { replaces: paths.filter(path => !path.includes('netglot')), remove: withAdvice(answers.flatMap(({ remove }) => remove)) }
}

/** The targets of these names as they are spelled here, and what is wrong with the names. */
export const resolve = (names: readonly string[]): ReturnType<typeof render> => render(oneNic, { targets: names, allowLoss: true })
