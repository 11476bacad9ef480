import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { capabilities } from '../../scripts/pages/capabilities.ts'
import { pages, pictures } from '../../scripts/pages/index.ts'
import type { Capability } from '../../src/reference/capability.ts'
import { cellOf } from '../../src/reference/cell.ts'
import { allKeys } from '../../src/reference/keys.ts'
import { schemaLeaves } from '../../src/reference/schema-leaves.ts'
import { root } from '../fixtures.ts'

const all = capabilities()

describe('the generated pages', () => {
  test.each(Object.entries(pages(all)))('docs/%s is what `npm run docs` writes', (name, text) => {
    expect(readFileSync(join(root, 'docs', name), 'utf8') === text, 'it is stale: run `npm run docs`, and read the diff').toBe(true)
  })

  test('the pictures are what `npm run docs` draws', async () => {
    const folder = join(root, 'docs/pictures')
    const read = (name: string): [string, string] => [name, readFileSync(join(folder, name), 'utf8')]
    const named = (ending: string) =>
      Object.fromEntries(
        readdirSync(folder)
          .filter(name => name.endsWith(ending))
          .map(read),
      )
    expect(await pictures(named('.yaml'))).toEqual(named('.svg'))
  })

  test('name every key', () => {
    const page = readFileSync(join(root, 'docs/description.md'), 'utf8')
    const missing = allKeys().filter(key => !page.includes(`| \`${key.below}\` |`) && !key.path.endsWith('.renderer'))
    expect(missing.map(key => key.path)).toEqual([])
  })
})

describe('what a target makes of a key', () => {
  const cell = (key: string, target: string): string => cellOf(all.get(key) ?? (new Map() as Capability), target)

  test('is known of every leaf', () => {
    expect(all.size).toBe(new Set(schemaLeaves().map(leaf => leaf.key)).size)
    expect(
      schemaLeaves().flatMap(({ key }) => [...(all.get(key.replace(/\.\*$/, ''))?.values() ?? [[]])].filter(t => t.length === 0)),
    ).toEqual([])
  })

  // From the facts of each system, not from our own output.
  const truths = [
    ['bridges.*.parameters.stp', 'ifupdown', '✓'],
    ['ethernets.*.routes[].to', 'ifupdown', 'cmd'],
    ['ethernets.*.wakeonlan', 'networkd', 'side'],
    ['taps.*.owner', 'netplan', 'side'],
    ['ethernets.*.renderer', 'suse', '·'],
    ['ethernets.*.ignore-carrier', 'ifupdown', '· (≈: false)'],
    ['ethernets.*.addresses[].*.label', 'networkmanager', '✗'],
    ['ethernets.*.activation-mode', 'networkmanager', '✓ (✗: off)'],
    ['ethernets.*.routes[].type', 'suse', '✓ (✗ value: xresolve)'],
    ['ethernets.*.dhcp6-overrides.hostname', 'networkd', '✗ version; 257: ✓'],
    ['ethernets.*.routes[].advertised-mss', 'netplan', '✗ version; 1.1: ✓'],
    ['bridges.*.ipv4-forwarding', 'networkd', 'side; 257: ✓'],
  ] as const
  test.each(truths)('%s on %s is %s', (key, target, expected) => {
    expect(cell(key, target)).toBe(expected)
  })
})
