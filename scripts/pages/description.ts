import { asYaml } from '../../src/reference/cell.ts'
import type { Key } from '../../src/reference/keys.ts'
import { targets } from '../../src/targets/index.ts'
import { type Capabilities, pathsOf } from './capabilities.ts'
import { type Group, groups, type SharedKey } from './group.ts'
import { code, generated, table } from './table.ts'

/** docs/description.md: every key of the language. */
export const descriptionPage = (all: Capabilities): string =>
  [
    '# The description, key by key',
    generated,
    [
      'A description is netplan’s YAML, version 2, and some keys more: everything stands below `network:`, but `x-netglot`, which stands beside it. Whether a value is quoted makes no difference.',
      '`*` stands for a name that you choose, such as `eno1`; `[]` for each item of a list. *When silent* is what it means that the key is not there, and [docs/meaning.md](meaning.md) has more of that;',
      '*since* is the netplan that brought the key, or `netglot` for a key that netplan does not know; *targets* are those that take it, by [docs/capabilities.md](capabilities.md).',
      'A null (`~`) takes away what an earlier file says.',
    ].join('\n'),
    [
      'An editor with yaml-language-server (VS Code, Neovim, Emacs, Helix) completes and checks all of this: `netglot schema > netglot.schema.json`, and at the top of the description',
      '',
      '```yaml',
      '# yaml-language-server: $schema=netglot.schema.json',
      '```',
    ].join('\n'),
    ...groups().flatMap(group => section(group, all)),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')

const head = ['key', 'what it says', 'value', 'example', 'when silent', 'since', 'targets']

const section = ({ title, keys }: Group, all: Capabilities): readonly string[] => [
  `## ${title}`,
  table(
    head,
    keys.map(key => row(key, all)),
  ),
]

const row = (shared: SharedKey, all: Capabilities): readonly string[] => {
  const { key } = shared
  const { description, since } = key.meta
  return [code(key.below), description, allowedBy(key), exampleOf(key), key.meta.default ?? '', sinceOf(since), takers(shared, all)]
}

const allowedBy = ({ value, required, meta }: Key): string =>
  [value, ...(required ? ['must be there'] : []), ...(meta.secret ? ['never shown'] : [])].join('; ')

const sinceOf = (since: string | undefined): string => (since === undefined || since === 'netglot' ? (since ?? '') : `netplan ${since}`)

const exampleOf = ({ meta }: Key): string => {
  const [example] = meta.examples
  const text = asYaml(example)
  return /^(\[\]|\{\}|\{\w+: \{\}\})$/.test(text) ? '' : code(text)
}

/** The targets that take the key on one device at least: `all but suse`, `networkd from 257`. */
const takers = (shared: SharedKey, all: Capabilities): string => {
  const capabilities = pathsOf(shared).flatMap(path => all.get(path) ?? [])
  if (capabilities.length === 0) return ''
  const takes = (target: string, version: string): boolean =>
    capabilities.some(capability =>
      [...capability].some(([s, tried]) => s.target === target && s.version === version && tried.some(t => t.outcome.how !== 'lost')),
    )
  const first = Object.values(targets).map(({ id, versions }) => ({
    id,
    from: versions.findIndex(version => takes(id, version)),
    versions,
  }))
  const without = first.filter(({ from }) => from < 0).map(({ id }) => id)
  const late = first.filter(({ from }) => from > 0).map(({ id, from, versions }) => `${id} from ${versions[from]}`)
  const rest = first.filter(({ from }) => from === 0).map(({ id }) => id)
  if (without.length === first.length) return 'none'
  const most =
    without.length === 0 ? 'all' : without.length <= rest.length ? `all but ${without.join(', ')}` : [...rest, ...late].join(', ')
  return late.length === 0 || without.length > rest.length ? most : `${most}; ${late.join(', ')}`
}
