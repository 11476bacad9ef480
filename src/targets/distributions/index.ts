import type { Distribution } from './distribution.ts'
import { releases } from './table.ts'

/** Every name that stands for a release, its rebuilds’ too. */
export const distributions: Readonly<Record<string, Distribution>> = Object.fromEntries(
  Object.entries(releases).flatMap(([own, release]) => [own, ...(release.also ?? [])].map(name => [name, { ...release, name }])),
)

/** The release of that name. */
export const distributionOf = (name: string): Distribution | undefined =>
  Object.hasOwn(distributions, name) ? distributions[name] : undefined

/** The releases of one distribution, for a release that is not known: `debian-12, debian-13` for debian-11. */
export function siblingsOf(name: string): readonly string[] {
  const own = /^(.*?)-?[\d.]*$/.exec(name.toLowerCase())?.[1] ?? ''
  return Object.keys(distributions).filter(other => other === own || other.replace(/-[\d.]+$/, '') === own)
}
