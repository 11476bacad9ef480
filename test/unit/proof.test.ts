import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { recipes } from '../../src/recipes/index.ts'
import { explanationsOf, type Spread, spreadsOf } from '../boot/across.ts'
import { cases } from '../boot/cases.ts'
import { pairOf } from '../boot/pair.ts'
import { proofPage } from '../boot/proof-page.ts'
import { lastOf, readProofs } from '../boot/proofs.ts'
import { stacks } from '../boot/stacks.ts'
import { sinceTheFirst } from '../boot/verdict.ts'
import { fixtures, root } from '../fixtures.ts'

test('docs/proof.md is what test/boot/proven.json says', () => {
  expect(readFileSync(join(root, 'docs/proof.md'), 'utf8')).toBe(proofPage(readProofs()))
})

test.each(stacks.map(({ name }) => name))('every case was booted on %s, or is not expressible there', name => {
  const proofs = readProofs().filter(({ stack }) => stack === name)
  expect(cases.map(of => of.name).filter(of => !proofs.some(proof => proof.case === of))).toEqual([])
})

test('what is said to be not expressible has a loss that says so', () => {
  const without = readProofs().filter(({ verdict, case: name, stack }) => {
    const [of, on] = [cases.find(c => c.name === name), stacks.find(s => s.name === stack)]
    return verdict.word === 'inexpressible' && (of === undefined || on === undefined || pairOf(of, on).losses.length === 0)
  })
  expect(without.map(({ case: name, stack }) => `${name} on ${stack}`)).toEqual([])
})

test('every recipe is booted, or its description is that of one', () => {
  const described = (name: string): string => (fixtures.find(f => f.name === name)?.source[0]?.text ?? '').replace(/^ *#.*\n/gm, '')
  const booted = cases.filter(({ name }) => name.startsWith('recipes/')).map(({ name }) => described(name))
  const missing = recipes.filter(({ name }) => !booted.includes(described(`recipes/${name}`)))
  expect(missing.map(({ name }) => name)).toEqual([])
})

const [first] = cases
const bootedOn = (name: string, mtu: number) => {
  const stack = stacks.find(s => s.name === name)
  if (first === undefined || stack === undefined) throw new Error('no case, or no stack')
  const link = { ifname: 'br0', address: '', mtu, flags: [], ifindex: mtu }
  const kernel = { links: [link], routes4: [], routes6: [], sysctl: {} }
  return { pair: pairOf(first, stack), dump: { kernel } as never }
}

test('a value that is not the same on all stacks is found, one that is another at each boot is not', () => {
  const spreads = spreadsOf([bootedOn('networkd', 1500), bootedOn('ifupdown', 1500), bootedOn('ifupdown2', 1400)])
  expect(spreads).toEqual([
    { case: first?.name, device: 'br0', kind: 'bridge', leaf: 'mtu', values: { networkd: '1500', ifupdown: '1500', ifupdown2: '1400' } },
  ])
  expect(spreads.map(explanationsOf)).toEqual([undefined])
})

test('an explanation holds for its stacks and its value alone', () => {
  const spread = (values: Spread['values']): Spread => ({ case: '', device: 'br0', kind: 'bridge', leaf: 'ipv6.accept_ra', values })
  expect(explanationsOf(spread({ networkd: '0', ifupdown: '1', ifupdown2: '1' }))).toHaveLength(1)
  expect(explanationsOf(spread({ networkd: '2', ifupdown: '1', ifupdown2: '1' }))).toBeUndefined()
  expect(explanationsOf(spread({ networkd: '0', ifupdown: '1', ifupdown2: '2' }))).toBeUndefined()
})

test('what is another at the second boot is told, but not a route that an advertisement has not brought yet', () => {
  const description = first && { ...pairOf(first, stacks[0] as never) }
  const boot = (mtu: number, routes6: readonly object[]): never => {
    const link = { ifname: 'br0', address: '', mtu, flags: [], ifindex: mtu }
    return { kernel: { links: [link], routes4: [], routes6, sysctl: {} } } as never
  }
  const route = (metric: number) => ({ dst: '2001:db8::/64', dev: 'br0', protocol: 'ra', metric })
  const told = (before: never, after: never) => description && sinceTheFirst(description, before, after)
  expect(told(boot(1500, []), boot(1400, [route(100)]))).toEqual(['br0: mtu was 1500 at the first boot, and is 1400 at the second'])
  expect(told(boot(1500, [route(100), route(256)]), boot(1500, [route(256), route(101)]))).toEqual([
    'br0: metric of the route to 2001:db8::/64 was 100 at the first boot, and is 101 at the second',
  ])
})

test('one boot does not take the place of two, unless the files are others or it is not equal', () => {
  const [known] = readProofs()
  if (known === undefined) throw new Error('nothing is proven')
  const twice = { ...known, boots: 2 }
  const once = { ...known, boots: 1 }
  expect(lastOf([twice, once])).toEqual([twice])
  expect(lastOf([once, twice])).toEqual([twice])
  const others = { ...once, files: 'others' }
  expect(lastOf([twice, others])).toEqual([others])
  const different = { ...once, verdict: { ...known.verdict, word: 'different' } as const }
  expect(lastOf([twice, different])).toEqual([different])
})
