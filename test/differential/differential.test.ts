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

/** What netplan says when a renderer can't do something that the other can: there is nothing to compare then. */
const oneSided = [/(networkd|NetworkManager)\b.* (does not|doesn't|do not|don't) support/, /NetworkManager only supports unicast routes/]

const takes = (entry: Entry, { release }: Pairing): boolean => entry.since === undefined || atLeast(release, entry.since)

const used = new Set<unknown>()
const compared = new Map<string, number>()

describe.each(pairings)('$spelling means what netplan $release does', pairing => {
  const entries = corpus.filter(entry => takes(entry, pairing))
  const made = new Map<string, Generated>()

  beforeAll(async () => {
    const all = await generateAll(entries, pairing.release, pairing.renderer)
    for (const [i, entry] of entries.entries()) made.set(entry.name, all[i] ?? { refusal: 'it was not run', files: [] })
  })

  test.each(entries)('$name', entry => {
    const generated = made.get(entry.name) ?? { refusal: 'it was not run', files: [] }
    if (generated.refusal !== undefined && oneSided.some(pattern => pattern.test(generated.refusal ?? ''))) return
    expect(generated.refusal, 'netplan refuses it').toBeUndefined()
    expect(renderOurs(entry, pairing.spelling).refusals, 'netglot refuses it').toEqual([])
    const unexplained = differences(entry, pairing, generated).filter(({ difference, where }) => {
      const found = explained.filter(e => explains(e, difference, where))
      for (const e of found) used.add(e)
      return found.length === 0
    })
    compared.set(entry.name, (compared.get(entry.name) ?? 0) + 1)
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
