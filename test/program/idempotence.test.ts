import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { fixtures, spellings } from '../fixtures.ts'
import { filesOf, treeOf, writeBelow } from './write-below.ts'

const folder = mkdtempSync(join(tmpdir(), 'netglot-idempotence-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What changes from run to run is which fixtures meet; more of them with RUNS, others with SEED. */
const { RUNS = '1', SEED = '20' } = process.env
const fixture = fc.constantFrom(...fixtures)

/** All accounts that fixtures name, so that no answer fails for one. */
const accounts = {
  users: Object.assign({ qemu: 64055 }, ...fixtures.map(({ options }) => options.accounts?.users ?? {})) as Record<string, number>,
  groups: Object.assign({ 'systemd-network': 998, kvm: 104 }, ...fixtures.map(({ options }) => options.accounts?.groups ?? {})) as Record<
    string,
    number
  >,
}

test('written again nothing changes, and of another description with --prune comes what a fresh root gets', () => {
  let changed = 0
  const demand = (first: (typeof fixtures)[number], then: (typeof fixtures)[number], spelling: string): void => {
    const roots = ['used', 'fresh'].map(name => join(folder, name))
    for (const root of roots) rmSync(root, { recursive: true, force: true })
    const [used = '', fresh = ''] = roots
    const options = { ...then.options, allowLoss: true, accounts, prune: true } as const
    const write = ({ source }: (typeof fixtures)[number], root: string) => writeBelow(source, spelling, root, options)
    const [one, two] = [write(first, used), write(then, fresh)]
    fc.pre(one?.plan !== undefined && two?.plan !== undefined && one.plan.changes.length > 0 && two.plan.changes.length > 0)
    const before = treeOf(used)
    expect(write(first, used)?.plan?.changes).toEqual([])
    expect(treeOf(used)).toEqual(before)
    expect(write(then, used)?.diagnostics).toEqual([])
    expect(filesOf(treeOf(used))).toEqual(filesOf(treeOf(fresh)))
    if (first !== then) changed++
  }
  fc.assert(fc.property(fixture, fixture, fc.constantFrom(...spellings), demand), { numRuns: 60 * Number(RUNS), seed: Number(SEED) })
  expect(changed).toBeGreaterThan(20)
})
