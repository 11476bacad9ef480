import { describe, expect, test } from 'vitest'
import { type Rendered, render } from '../../src/index.ts'
import { showPath } from '../../src/model/leaf.ts'
import { baseFor, put, type Value } from '../../src/reference/leaf-bases.ts'
import { type SchemaLeaf, schemaLeaves } from '../../src/reference/schema-leaves.ts'
import { spellings as stacks } from '../fixtures.ts'
import { impliedLeaves } from './implied-leaves.ts'

/** `auto` divides among stacks that are here themselves; here it is for the renderers, which it goes by. */
const auto = 'auto@debian-12'
const spellings = [...stacks, auto]

const accounts = { users: { qemu: 64066 }, groups: { kvm: 105 } }
/** What the rest can’t be without. */
const needed =
  /\.routes\.0\.to$|\.auth\.password$|^vlans\.vlan10\.(id|link)$|^(macvlans|macvtaps|ipvlans)\.\w+\.link$|^tunnels\.gre1\.(mode|remote|id|keys?\.private|peers\.0\.keys\.public)$|^virtual-ethernets\.veth0\.peer$|^vrfs\.vrf0\.table$|^openvswitch\.ports$/

const rendered = (network: Value | undefined): Rendered =>
  render([{ name: 'leaf.yaml', text: JSON.stringify({ network }) }], { targets: spellings, allowLoss: true, accounts })

const answerOf = (all: Rendered, spelling: string): string =>
  JSON.stringify(
    all.targets.find(t => t.name === spelling),
    (key, value: unknown) => (key === 'lines' ? undefined : value),
  )

/** auto’s diagnostics name the stack too. */
const isOf = (target: string | undefined, spelling: string): boolean =>
  target === spelling || (spelling === auto && target?.startsWith(`${auto} (`) === true)

/** Whether a diagnostic of the target, and not only of lint, is about the leaf or a part of it. */
const cites = (all: Rendered, spelling: string, path: string): boolean =>
  all.diagnostics
    .filter(d => isOf(d.target, spelling))
    .flatMap(d => [d.path, ...d.related.map(r => r.path)])
    .some(cited => cited === path || cited.startsWith(`${path}[`) || cited.startsWith(`${path}.`))

/** Whether the target loses the whole device, whatever is said of it. */
const losesDevice = (all: Rendered, spelling: string, { path }: SchemaLeaf): boolean =>
  all.diagnostics.some(
    d => isOf(d.target, spelling) && ['NG5001', 'NG5002', 'NG5003', 'NG5004'].includes(d.code) && d.path === showPath(path.slice(0, 2)),
  )

/** The stack that has the device in auto’s answer. */
const stackOf = (path: string): string => (/^(?:nm-devices|modems)\./.test(path) ? 'networkmanager@1.42' : 'networkd@252')

/** What the stacks of auto are excused from, so is auto; but not from what chooses among them, where it says another thing than silence. */
const excuse = (spelling: string, path: string, how: 'dropped' | 'changed') =>
  spelling === auto && how === 'changed' && path.endsWith('renderer') && !path.startsWith('nm-devices')
    ? undefined
    : impliedLeaves.find(
        e =>
          (e.targets.test(spelling) || (spelling === auto && e.targets.test(stackOf(path)))) &&
          e.path.test(path) &&
          (e.how === 'both' || e.how === how),
      )

const used = new Set<unknown>()

/** The targets for which neither the answer nor a diagnostic tells the two renders apart. */
const silentOn = (a: Rendered, b: Rendered, leaf: SchemaLeaf, how: 'dropped' | 'changed'): string[] =>
  spellings.filter(spelling => {
    const shown = showPath(leaf.path)
    if (answerOf(a, spelling) !== answerOf(b, spelling) || cites(a, spelling, shown) || cites(b, spelling, shown)) return false
    if (losesDevice(a, spelling, leaf) && losesDevice(b, spelling, leaf)) return false
    const found = excuse(spelling, leaf.path.join('.'), how)
    used.add(found)
    return found === undefined
  })

const refusals = (all: Rendered): string[] =>
  all.diagnostics.filter(d => d.severity === 'error' || d.code.startsWith('NG9')).map(d => `${d.code} ${d.path}: ${d.message}`)

const leaves = schemaLeaves()

describe('every leaf of the schema reaches every target or is named', () => {
  test('the walk finds the leaves', () => {
    expect(leaves.length).toBeGreaterThan(300)
    expect(new Set(leaves.map(leaf => leaf.path.join('.'))).size).toBe(leaves.length)
  })

  test.each(leaves.map(leaf => ({ leaf, name: leaf.path.join('.') })))('$name', ({ leaf, name }) => {
    const base = baseFor(leaf.path)
    const [first, second] = leaf.examples
    const having = rendered(put(base, leaf.path, first))
    expect(refusals(having)).toEqual([])
    if (!needed.test(name)) {
      const lacking = rendered(put(base, leaf.path, undefined))
      expect(refusals(lacking)).toEqual([])
      expect.soft(silentOn(having, lacking, leaf, 'dropped'), 'dropping it is not noticed').toEqual([])
    }
    if (second !== undefined) {
      const other = rendered(put(base, leaf.path, second))
      expect(refusals(other)).toEqual([])
      expect.soft(silentOn(having, other, leaf, 'changed'), 'changing it is not noticed').toEqual([])
    }
  })

  test('no excuse is idle', () => {
    expect(impliedLeaves.filter(entry => !used.has(entry))).toEqual([])
  })
})
