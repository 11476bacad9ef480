import { type Capability, capabilityOf } from '../../src/reference/capability.ts'
import { cellOf, marks } from '../../src/reference/cell.ts'
import { schemaLeaves } from '../../src/reference/schema-leaves.ts'
import { targets } from '../../src/targets/index.ts'
import { type Group, groups, type SharedKey } from './group.ts'
import { code, generated, table } from './table.ts'

/** What becomes of each key that holds a value, by its path. */
export type Capabilities = ReadonlyMap<string, Capability>

export const capabilities = (): Capabilities => new Map(schemaLeaves().map(leaf => [leaf.key.replace(/\.\*$/, ''), capabilityOf(leaf)]))

/** The paths of a key on every device type that has it. */
export const pathsOf = ({ key, sections }: SharedKey): readonly string[] =>
  sections.length === 0 ? [key.path] : sections.map(section => `${section}.*.${key.below}`)

const names = Object.keys(targets)

const legend = [
  [marks.native, 'an option of the system’s own configuration'],
  [marks.command, 'a command in the system’s own configuration'],
  [marks.side, 'a file beside it: a .link file, a udev rule, a sysctl, a unit, a hook, wpa_supplicant’s'],
  [marks.approximate, 'written, but it means something near only: a loss of class *approximate*'],
  [marks.implied, 'no line is needed: it holds there anyway, or has no effect'],
  [marks.lost, 'lost, since the system has no such thing; `✗ value`, `✗ version`, `✗ conflict`, where it has but can’t take this'],
] as const

/** docs/capabilities.md: what every target makes of every key. */
export const capabilitiesPage = (all: Capabilities): string =>
  [
    '# What every target makes of every key',
    generated,
    [
      'Each key was rendered for each target, with its examples and every word that it allows, in a small description in which it makes sense; the cell tells what came of it.',
      'Where values differ, the cell names those that fare worse: `✓ (✗ value: nat)`. `✗ version; 257: ✓` is lost up to the version that is named. Two marks, `✓/side`, mean that it depends on the value.',
      'A loss is an error that says why and what to do instead; `netglot targets --key bridges.*.parameters.stp` shows that, and the lines, for one key.',
    ].join('\n'),
    table(['mark', 'means'], legend),
    `Versions: ${Object.values(targets)
      .map(({ id, versions }) => `${id} ${versions.join(', ')}`)
      .join('; ')}.`,
    ...groups().flatMap(group => section(group, all)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')

const section = ({ title, keys }: Group, all: Capabilities): readonly string[] => {
  const rows = keys.flatMap(shared => rowsOf(shared, all))
  return rows.length === 0 ? [] : [`## ${title}`, table(['key', ...names], rows)]
}

/** One row for the types that fare alike, the most common first; the others name their types. */
const rowsOf = (shared: SharedKey, all: Capabilities): readonly (readonly string[])[] => {
  const alike = new Map<string, { cells: readonly string[]; sections: string[] }>()
  for (const path of pathsOf(shared)) {
    const capability = all.get(path)
    if (capability === undefined) continue
    const cells = names.map(name => cellOf(capability, name))
    const before = alike.get(cells.join('|'))
    if (before === undefined) alike.set(cells.join('|'), { cells, sections: [path.split('.')[0] ?? ''] })
    else before.sections.push(path.split('.')[0] ?? '')
  }
  const [first, ...others] = [...alike.values()].sort((a, b) => b.sections.length - a.sections.length)
  if (first === undefined) return []
  return [
    [code(shared.key.below), ...first.cells],
    ...others.map(({ cells, sections }) => [`${code(shared.key.below)} of ${sections.join(', ')}`, ...cells]),
  ]
}
