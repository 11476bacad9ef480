import { suggest } from '../description/suggest.ts'
import type { Report } from '../diagnostics/report.ts'
import type { Spelling } from './context.ts'
import { targets } from './index.ts'
import { assumedVersion } from './version.ts'

/** Reads `networkd`, `networkd@257` or `all`; reports a name that is unknown, or a version older than all known ones. */
export function readSpellings(names: readonly string[], report: Report): readonly Spelling[] {
  const wanted = names.flatMap(name => (name === 'all' ? Object.keys(targets) : [name])).map(name => readSpelling(name, report))
  const spellings = wanted.filter(spelling => spelling !== undefined)
  return spellings.filter((s, i) => spellings.findIndex(other => other.text === s.text) === i)
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

const readSpelling = (name: string, report: Report): Spelling | undefined => {
  const [id = '', ...rest] = name.split('@')
  const target = Object.hasOwn(targets, id) ? targets[id] : undefined
  if (target === undefined) {
    const known = Object.keys(targets)
    report.add('unknown-target', { name, known: [...known, 'all'].join(', '), suggestion: usual(id) ?? suggest(id, known) })
    return undefined
  }
  const version = rest.length > 0 ? rest.join('@') : (target.versions[0] ?? '')
  const assumed = assumedVersion(version, target.versions)
  if (assumed !== undefined) return { target: id, version, assumed, text: `${id}@${version}` }
  report.add('unknown-version', { target: id, version, known: target.versions.map(v => `${id}@${v}`).join(', ') })
  return undefined
}
