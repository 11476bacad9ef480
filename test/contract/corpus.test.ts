import { describe, expect, test } from 'vitest'
import { corpus, newer, treesOf } from '../differential/corpus.ts'
import { allPoints, reach } from './corpus-points.ts'

const reached = new Set<string>()
for (const entry of corpus) for (const tree of treesOf(entry)) reach(tree.network, reached)

describe('fixtures/corpus', () => {
  test('reaches every key that netplan has, and every word and truth value that one allows', () => {
    const missing = [...allPoints()].filter(([key]) => !reached.has(key)).map(([, path]) => path)
    expect(missing).toEqual([])
  })

  test('reaching is more than being there', () => {
    const less = new Set<string>()
    reach({ ethernets: { eth0: { optional: 'yes' } } }, less)
    const missing = [...allPoints()].filter(([key]) => !less.has(key)).map(([, path]) => path)
    expect(missing).toContain('ethernets.*.optional: false')
    expect(missing).toContain('ethernets.*.dhcp4-overrides.use-domains: route')
    expect(missing).not.toContain('ethernets.*.optional')
    expect(missing).not.toContain('ethernets.*.optional: true')
  })

  test('has what the list of newer ones names', () => {
    expect([...newer.keys()].filter(name => !corpus.some(entry => entry.name === name))).toEqual([])
  })
})
