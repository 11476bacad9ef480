import { suggest } from '../description/suggest.ts'
import type { Report } from '../diagnostics/report.ts'
import type { Spelling } from './context.ts'
import type { Distribution } from './distributions/distribution.ts'
import { distributionOf, distributions, siblingsOf } from './distributions/index.ts'
import { targets } from './index.ts'
import type { AnyTarget } from './target.ts'
import { assumedVersion } from './version.ts'

/** The stacks among which `auto` divides a network: those that netplan writes for. */
const autoStacks = ['networkd', 'networkmanager'] as const

/** The releases whose stacks `auto` knows, the default first: that with the oldest. */
export const autoVersions: readonly string[] = Object.entries(distributions)
  .filter(([, { stacks }]) => autoStacks.every(stack => stack in stacks))
  .map(([name]) => name)

/** Reads `networkd`, `networkd@257`, `debian-12`, `netplan@debian-12`, `auto` or `all`; reports what is unknown, and a version older than all known ones. */
export function readSpellings(names: readonly string[], report: Report): readonly Spelling[] {
  const wanted = names.flatMap(name => (name === 'all' ? Object.keys(targets) : [name])).map(name => readSpelling(name, report))
  const spellings = wanted.filter(spelling => spelling !== undefined)
  return spellings.filter((s, i) => spellings.findIndex(other => other.name === s.name) === i)
}

/** What people call a target, whose names are its daemon's or its files'. */
const names: Readonly<Record<string, string>> = {
  interfaces: 'ifupdown',
  eni: 'ifupdown',
  nm: 'networkmanager',
  nmcli: 'networkmanager',
  'network-manager': 'networkmanager',
  'systemd-networkd': 'networkd',
  systemd: 'networkd',
  wicked: 'suse',
  ifcfg: 'suse',
}

const usual = (name: string): string | undefined => {
  const key = name.toLowerCase()
  return Object.hasOwn(names, key) ? names[key] : undefined
}

/** What was read already: a host of a fleet is rendered for the same targets as the one before. */
const known = new Map<string, Spelling>()

const readSpelling = (name: string, report: Report): Spelling | undefined => {
  const spelling = known.get(name) ?? readNew(name, report)
  if (spelling !== undefined) known.set(name, spelling)
  return spelling
}

const readNew = (name: string, report: Report): Spelling | undefined => {
  const [id = '', ...rest] = name.split('@')
  const version = rest.length > 0 ? rest.join('@') : undefined
  const release = version === undefined && !Object.hasOwn(targets, id) ? distributionOf(id) : undefined
  if (release !== undefined) return onRelease(release.stack, release, release.name)
  if (id === 'auto') return readAuto(version ?? autoVersions[0] ?? '', report)
  const target = Object.hasOwn(targets, id) ? targets[id] : undefined
  if (target !== undefined) return readVersion(target, version ?? target.versions[0] ?? '', report)
  report.add('unknown-target', { name, ...knownFor(name) })
  return undefined
}

/** Of a distribution that is known its releases; else all targets, and the nearest name. */
const knownFor = (name: string): { readonly known: string; readonly suggestion: string | undefined } => {
  const [id = ''] = name.split('@')
  const siblings = siblingsOf(id)
  if (siblings.length > 0) return { known: siblings.join(', '), suggestion: undefined }
  const all = [...Object.keys(targets), 'auto', ...Object.keys(distributions)]
  return { known: [...all, 'all'].join(', '), suggestion: usual(id) ?? suggest(id, all) }
}

/** A version, or a release of a distribution that has one. */
const readVersion = (target: AnyTarget, version: string, report: Report): Spelling | undefined => {
  const { id } = target
  const release = distributionOf(version)
  if (release !== undefined && id in release.stacks) return onRelease(id, release, `${id}@${release.name}`)
  const assumed = release === undefined ? assumedVersion(version, [...(target.older ?? []), ...target.versions]) : undefined
  if (assumed !== undefined) return onNoRelease(id, version, assumed)
  report.add('unknown-version', { target: id, version, known: knownVersions(target, release).join(', ') })
  return undefined
}

const onNoRelease = (id: string, version: string, assumed: string): Spelling => {
  const name = `${id}@${version}`
  return { target: id, version, assumed, name, text: name, distribution: undefined, known: targets[id]?.versions ?? [], stacks: [] }
}

/** Every known version of every stack. */
export const everySpelling = (): readonly Spelling[] =>
  Object.values(targets).flatMap(({ id, versions }) => versions.map(version => onNoRelease(id, version, version)))

/** The target's versions; for a release that lacks the target, what it has. */
const knownVersions = ({ id, versions, older }: AnyTarget, release: Distribution | undefined): readonly string[] =>
  release === undefined
    ? [...(older ?? []), ...versions].map(version => `${id}@${version}`)
    : Object.keys(release.stacks).map(stack => `${stack}@${release.name}`)

const onRelease = (id: string, release: Distribution, name: string): Spelling => {
  const version = release.stacks[id] ?? ''
  const target = targets[id]
  const assumed = assumedVersion(version, [...(target?.older ?? []), ...(target?.versions ?? [])])
  if (assumed === undefined) throw new Error(`${release.name} has a ${id} of which no version is known`)
  const text = `${name} (${id}@${version})`
  return { target: id, version, assumed, name, text, distribution: release, known: target?.versions ?? [], stacks: [] }
}

const readAuto = (version: string, report: Report): Spelling | undefined => {
  const release = distributionOf(version)
  if (release === undefined || !autoVersions.includes(release.name)) {
    report.add('unknown-version', { target: 'auto', version, known: autoVersions.map(v => `auto@${v}`).join(', ') })
    return undefined
  }
  const name = `auto@${release.name}`
  const stacks = autoStacks.map(stack => onRelease(stack, release, name))
  const text = `${name} (${stacks.map(stack => `${stack.target}@${stack.version}`).join(', ')})`
  return { target: 'auto', version: release.name, assumed: release.name, name, text, distribution: release, known: [], stacks }
}
