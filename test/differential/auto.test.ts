import { beforeAll, describe, expect, test } from 'vitest'
import { atLeast, corpus, definitionsOf, type Entry } from './corpus.ts'
import { explains } from './explained/explanation.ts'
import { explained } from './explained/index.ts'
import { type Generated, generateAll } from './read-netplan.ts'
import { renderOurs } from './read-ours.ts'
import { showDifference } from './semantic.ts'
import { autoFacts, differences, type Pairing, pairings } from './sides.ts'

/*
 * `-t auto` divides a description among networkd and NetworkManager as netplan does: the descriptions of the corpus that name renderers are given to
 * both. What each stack is told means the same, and so does what NetworkManager is told of whose a device is.
 */

/** Renderers of devices that stand on one another differ: netplan leaves them divided, netglot moves them all to one (NG6251). */
const dividesAStack = (entry: Entry): boolean => entry.name === 'vlans/renderers'
const ownRenderers = corpus.filter(
  entry => !dividesAStack(entry) && [...definitionsOf(entry).values()].some(renderer => renderer !== undefined),
)
const takes = (entry: Entry, { release }: Pairing): boolean => entry.since === undefined || atLeast(release, entry.since)

const made = new Map<string, Generated>()
const keyOf = (entry: Entry, { release, renderer }: Pairing): string => `${release} ${renderer} ${entry.name}`

beforeAll(async () => {
  for (const pairing of pairings) {
    const entries = ownRenderers.filter(entry => takes(entry, pairing))
    const all = await generateAll(entries, pairing.release, pairing.renderer)
    for (const [i, generated] of all.entries()) made.set(keyOf(entries[i] as Entry, pairing), generated)
  }
})

/** What udev's rules tell NetworkManager, by the condition: a name, a MAC, a driver. The last that matches holds, so those for a name come last. */
const ownership = (files: Generated['files']): readonly string[] =>
  files
    .filter(({ path }) => /\/90-(netplan|netglot)\.rules$/.test(path))
    .flatMap(({ content }) => content.split('\n'))
    .filter(line => line.includes('NM_UNMANAGED'))
    .map(line => line.replace('DRIVERS=="?*", ', ''))
    .sort()

/**
 * A profile of any type makes its device itself, or has none: netplan gives NetworkManager what the keys of NICs beside it would match.
 * A VLAN with renderer sriov is a filter in the card: netplan tells whose its device were.
 */
const withoutDevice = ({ name }: Entry): boolean => name.startsWith('nm-devices/') || name === 'sriov/filter'

describe.each(pairings)('auto means what netplan $release does where the renderer of all is $renderer', pairing => {
  test.each(ownRenderers.filter(entry => takes(entry, pairing)))('$name', entry => {
    const generated = made.get(keyOf(entry, pairing)) ?? { refusal: undefined, files: [] }
    if (generated.refusal !== undefined) return
    const unexplained = differences(entry, pairing, generated, autoFacts(entry, pairing)).filter(
      ({ difference, where }) => !explained.some(e => explains(e, difference, where)),
    )
    expect(unexplained.map(({ difference }) => showDifference(difference))).toEqual([])
    if (withoutDevice(entry)) return
    const source = [...entry.source, { name: 'zz-renderer.yaml', text: `network:\n  renderer: ${pairing.renderer}\n` }]
    expect(ownership(renderOurs({ source }, 'auto').files)).toEqual(ownership(generated.files))
  })
})

test('some descriptions have both stacks', () => {
  const both = [...made.values()].filter(({ files }) =>
    ['/run/systemd/network/', '/system-connections/'].every(part => files.some(({ path }) => path.includes(part))),
  )
  expect(both.length).toBeGreaterThan(1)
})
