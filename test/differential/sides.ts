import { definitionsOf, type Entry, knownByName } from './corpus.ts'
import type { Where } from './explained/explanation.ts'
import { meaningOf } from './meaning.ts'
import type { Generated, Release, Renderer } from './read-netplan.ts'
import { onlyThere, withList } from './read-online.ts'
import { renderOurs } from './read-ours.ts'
import { compare, type Difference, type Fact } from './semantic.ts'

/** The two programs that are held against each other: a release of netplan with a renderer, and our target of the same Debian. */
export interface Pairing {
  readonly release: Release
  readonly renderer: Renderer
  readonly target: Where['target']
  readonly spelling: string
}

export const pairings: readonly Pairing[] = [
  { release: '0.106', renderer: 'networkd', target: 'networkd', spelling: 'networkd@252' },
  { release: '0.106', renderer: 'NetworkManager', target: 'networkmanager', spelling: 'networkmanager@1.42' },
  { release: '1.1', renderer: 'networkd', target: 'networkd', spelling: 'networkd@257' },
  { release: '1.1', renderer: 'NetworkManager', target: 'networkmanager', spelling: 'networkmanager@1.52' },
]

export interface Found {
  readonly where: Where
  readonly difference: Difference
}

const targetOf = (renderer: string): Where['target'] => (renderer === 'networkd' ? 'networkd' : 'networkmanager')

const lines = (facts: readonly Fact[], device: string): readonly string[] =>
  facts.filter(f => f.device === device).map(f => `${f.place}=${f.value}`)

/** What we write for each definition: with the target of the renderer that it asks for itself, or that of all. */
function ourFacts(entry: Entry, pairing: Pairing): readonly Fact[] {
  const definitions = definitionsOf(entry)
  const ids = [...definitions.keys()]
  return pairings
    .filter(({ release }) => release === pairing.release)
    .flatMap(({ renderer, spelling }) => {
      const own = ids.filter(id => (definitions.get(id) ?? pairing.renderer) === renderer)
      return own.length === 0 ? [] : meaningOf(renderOurs(entry, spelling).files, ids).filter(fact => own.includes(fact.device))
    })
}

/** What `auto` writes for each definition, with the renderer of all that netplan was told. */
export function autoFacts(entry: Entry, { release, renderer }: Pairing): readonly Fact[] {
  const source = [...entry.source, { name: 'zz-renderer.yaml', text: `network:\n  renderer: ${renderer}\n` }]
  const { files } = renderOurs({ source }, release === '0.106' ? 'auto@debian-12' : 'auto@debian-13')
  // What keeps networkd from a device of NetworkManager's that a wildcard of its own matches; netplan lets both have it.
  const configuring = files.filter(({ content }) => !content.includes('\nUnmanaged=yes\n'))
  return meaningOf(configuring, [...definitionsOf(entry).keys()])
}

/** All differences between netplan's files and ours. */
export function differences(entry: Entry, pairing: Pairing, generated: Generated, written = ourFacts(entry, pairing)): readonly Found[] {
  const there = new Set(knownByName(entry))
  const hasList = pairing.release !== '0.106'
  const theirs = meaningOf(generated.files, [...definitionsOf(entry).keys()])
  const netplan = hasList ? withList(theirs, generated.files, there) : theirs
  const ours = hasList ? onlyThere(written, there) : written
  return compare(netplan, ours).map(difference => ({
    difference,
    where: {
      target: targetOf(definitionsOf(entry).get(difference.device) ?? pairing.renderer),
      release: pairing.release,
      entry: entry.name,
      netplan: lines(netplan, difference.device),
      ours: lines(ours, difference.device),
    },
  }))
}
