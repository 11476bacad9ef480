import { beforeAll, describe, expect, test } from 'vitest'
import { atLeast, corpus, type Entry } from './corpus.ts'
import { explains } from './explained/explanation.ts'
import { explained } from './explained/index.ts'
import { type Generated, generateAll } from './read-netplan.ts'
import { renderOurs } from './read-ours.ts'
import { showDifference } from './semantic.ts'
import { differences, type Pairing, pairings } from './sides.ts'

/*
 * Every description of fixtures/corpus is given to the real netplan, 0.106 and 1.1, once with each renderer, and to us; what both write has to
 * mean the same. A difference that remains is either our fault, or it has a line in explained/ and a section in docs/netplan-differences.md.
 *
 *   npx vitest run --project differential                     all of it, in some twenty seconds
 *   npx vitest run --project differential -t routes/metric    one description
 *
 * A description is a file fixtures/corpus/FAMILY/NAME.yaml, or a folder of files that merge. netplan has to accept it, with one renderer at least;
 * what only a newer release than 0.106 takes is listed in fixtures/corpus/newer.txt.
 *
 *   read-netplan.ts, read-ours.ts    the files of the two sides
 *   meaning.ts, read-*.ts            from files to facts: one spelling for all that means the same, and the programs' own defaults filled in
 *   semantic.ts                      the comparison
 *   explained/                       the differences that are meant
 */

const takes = (entry: Entry, { release }: Pairing): boolean => entry.since === undefined || atLeast(release, entry.since)

const used = new Set<unknown>()
const compared = new Set<string>()

/** What netplan made, by release, renderer and description. */
const made = new Map<string, Generated>()
const keyOf = (entry: Entry, { release, renderer }: Pairing): string => `${release} ${renderer} ${entry.name}`

beforeAll(async () => {
  for (const pairing of pairings) {
    const entries = corpus.filter(entry => takes(entry, pairing))
    const all = await generateAll(entries, pairing.release, pairing.renderer)
    for (const [i, generated] of all.entries()) made.set(keyOf(entries[i] as Entry, pairing), generated)
  }
})

const refusal = (entry: Entry, pairing: Pairing): string | undefined => made.get(keyOf(entry, pairing))?.refusal

/** Some things netplan does with one renderer alone: there is nothing to compare then with the other. */
const isOneSided = (entry: Entry, pairing: Pairing): boolean =>
  refusal(entry, pairing) !== undefined &&
  pairings.some(other => other.release === pairing.release && refusal(entry, other) === undefined && made.has(keyOf(entry, other)))

describe.each(pairings)('$spelling means what netplan $release does', pairing => {
  test.each(corpus.filter(entry => takes(entry, pairing)))('$name', entry => {
    if (isOneSided(entry, pairing)) return
    expect(refusal(entry, pairing), 'netplan refuses it').toBeUndefined()
    expect(renderOurs(entry, pairing.spelling).refusals, 'netglot refuses it').toEqual([])
    const generated = made.get(keyOf(entry, pairing)) ?? { refusal: undefined, files: [] }
    const unexplained = differences(entry, pairing, generated).filter(({ difference, where }) => {
      const found = explained.filter(e => explains(e, difference, where))
      for (const e of found) used.add(e)
      return found.length === 0
    })
    compared.add(entry.name)
    expect(unexplained.map(({ difference }) => showDifference(difference))).toEqual([])
  })
})

test('every description was compared with one renderer at least', () => {
  const can = corpus.filter(entry => pairings.some(pairing => takes(entry, pairing)))
  expect(can.map(e => e.name).filter(name => !compared.has(name))).toEqual([])
})

test('no explanation is idle', () => {
  expect(explained.filter(e => !used.has(e)).map(e => `${e.target} ${e.place}: ${e.why}`)).toEqual([])
})
