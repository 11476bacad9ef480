import { kinOf, usualNames } from './aliases.ts'
import type { Distribution } from './distribution.ts'
import { releases } from './table.ts'

/** Every name that stands for a release, its rebuilds’ too. */
export const distributions: Readonly<Record<string, Distribution>> = Object.fromEntries(
  Object.entries(releases).flatMap(([own, release]) => [own, ...(release.also ?? [])].map(name => [name, { ...release, name }])),
)

const named = (name: string): Distribution | undefined => (Object.hasOwn(distributions, name) ? distributions[name] : undefined)

/** The release of that name, or of one that people use for it: `bookworm`, `alma-9`, `rhel-9.4`. */
export function distributionOf(name: string): Distribution | undefined {
  const exact = named(name)
  if (exact !== undefined || /^[\d.]*$/.test(name)) return exact
  const names = usualNames(name)
  const release = names.map(named).find(found => found !== undefined)
  return release === undefined || isOlder(release, names[0] ?? '') ? undefined : release
}

/** How we write the spelling of a target: `rocky-9` for rocky-linux-9, `netplan@debian-12` for netplan@bookworm. */
export const ownName = (spelling: string): string =>
  spelling
    .split('@')
    .map(part => distributionOf(part)?.name ?? part)
    .join('@')

/** Whether the minor release that was asked for is older than those that are meant. */
const isOlder = ({ firstMinor, name }: Distribution, asked: string): boolean =>
  firstMinor !== undefined && asked.startsWith(`${name}.`) && Number.parseInt(asked.slice(name.length + 1), 10) < firstMinor

/** The releases of one distribution, for a release that is not known: `debian-12, debian-13` for debian-11. */
export function siblingsOf(name: string): readonly string[] {
  const own = kinOf(name)
  return Object.keys(distributions).filter(other => other === own || other.replace(/-[\d.]+$/, '') === own)
}
