import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rendered, render } from '../../src/index.ts'
import type { Mapping, Value } from '../../src/reference/leaf-bases.ts'
import { fixtures, spellings } from '../fixtures.ts'
import { descriptions, hostileText, visibleText } from './hostile.ts'

const accounts = { users: { qemu: 64055 }, groups: { kvm: 104 } }

const renderText = (text: string): Rendered => render([{ name: 'input.yaml', text }], { targets: spellings, allowLoss: true, accounts })
const renderNetwork = (network: Value): Rendered => renderText(JSON.stringify({ network }))

/** What no answer may hold, whatever the description says. */
const faults = ({ targets, diagnostics }: Rendered): string[] => {
  const files = targets.flatMap(t => t.files.map(f => ({ ...f, at: `${t.target}@${t.version}:${f.path}` })))
  return [
    ...diagnostics.filter(d => d.code.startsWith('NG9')).map(d => `${d.code}: ${d.message}`),
    ...files.filter(f => /[^\P{Cc}\n\t]|[\u2028\u2029]/u.test(f.content)).map(f => `${f.at} holds a control character`),
    ...files.filter(f => !/^(\/[^/\p{Cc} ]+)+$/u.test(f.path) || /\/\.\.?(\/|$)/.test(f.path)).map(f => `${f.at} is no path`),
    ...files.filter(f => f.lines.length !== f.content.split('\n').length - 1).map(f => `${f.at} has lines of no origin`),
    ...files.filter(f => f.lines.some(l => l.origins.length === 0 && !l.why)).map(f => `${f.at} has a line that nothing explains`),
  ]
}

const reversed = (value: Value): Value => {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return (value as readonly Value[]).map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  )
}

/** Holds a property for values that are the same in every run of the tests; more and others with RUNS and SEED. */
const forAll = <T>(values: fc.Arbitrary<T>, numRuns: number, demand: (value: T) => void): void => {
  const { RUNS = '1', SEED = '20' } = process.env
  const property = fc.property(values, value => {
    demand(value)
  })
  fc.assert(property, { numRuns: numRuns * Number(RUNS), seed: Number(SEED) })
}

describe('render', () => {
  test('takes any text', () => {
    const lines = fixtures.flatMap(f => f.source[0]?.text.split('\n') ?? [])
    const shuffled = fc.array(fc.oneof(fc.constantFrom(...lines), hostileText), { maxLength: 20 }).map(l => l.join('\n'))
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), hostileText, shuffled)
    forAll(text, 800, t => expect(faults(renderText(t))).toEqual([]))
  })

  test('takes any description that has the shape of one', () => {
    forAll(descriptions, 600, network => expect(faults(renderNetwork(network))).toEqual([]))
  })

  test('names what is lost with a device that has no name', () => {
    const overrides = { 'use-dns': 'false', 'use-ntp': 'false', 'use-hostname': 'false', 'use-domains': 'false', 'route-metric': '7' }
    const nic = { match: { driver: 'virtio_net' }, dhcp4: 'true', 'dhcp4-overrides': overrides, dhcp6: 'true', mtu: '1400' }
    expect(faults(renderNetwork({ version: '2', ethernets: { nics: nic } }))).toEqual([])
  })

  test('names a renderer that nothing goes by', () => {
    for (const taps of [{ renderer: 'networkd' }, { renderer: 'networkd', tap0: { renderer: 'networkd' } }]) {
      const all = renderNetwork({ version: '2', taps })
      expect(faults(all)).toEqual([])
      expect(all.diagnostics.map(d => d.path)).toContain('taps.renderer')
    }
  })

  test('tells that keys of a port do nothing in a bridge of Open vSwitch', () => {
    const bridges = { ovs0: { interfaces: ['eno1'], openvswitch: {} } }
    for (const key of ['hairpin', 'neigh-suppress', 'port-mac-learning', 'port-isolated']) {
      const all = renderNetwork({ version: '2', ethernets: { eno1: { [key]: 'true' } }, bridges })
      expect(faults(all)).toEqual([])
      expect(all.diagnostics.filter(d => d.code === 'NG3101').map(d => d.path)).toContain(`ethernets.eno1.${key}`)
    }
  })

  test('gives the same for the same', () => {
    forAll(descriptions, 100, network => expect(JSON.stringify(renderNetwork(network))).toBe(JSON.stringify(renderNetwork(network))))
  })

  test('gives the same files in whatever order the keys are', () => {
    const paths = (network: Value): string[] =>
      renderNetwork(network).targets.flatMap(t => t.files.map(f => `${t.target}@${t.version}:${f.path}`))
    forAll(descriptions, 200, network => expect(paths(reversed(network))).toEqual(paths(network)))
  })
})

const described = (alias: string, ssid: string, password: string): Mapping => ({
  version: '2',
  wifis: { wlan0: { dhcp4: 'true', 'access-points': { [ssid]: { password } } } },
  taps: { tap0: { alias } },
})

describe('a value is a value', () => {
  test('and never a line', () => {
    const tame = renderNetwork(described('a text', 'homenet', 'correct horse battery'))
    const count = (all: Rendered, i: number): readonly string[] =>
      (all.targets[i]?.files ?? []).map(f => `${f.mode} ${f.content.replaceAll(/^# Lost.*\n/gm, '').split('\n').length}`).sort()
    const ascii = fc.stringMatching(/^[ -~]{8,63}$/)
    forAll(fc.tuple(visibleText(200), visibleText(32), ascii), 300, ([alias, ssid, password]) => {
      const wild = renderNetwork(described(alias, ssid, password))
      expect(faults(wild)).toEqual([])
      for (const [i, spelling] of spellings.entries()) {
        const lost = (all: Rendered): number => all.diagnostics.filter(d => d.target === spelling && d.code.startsWith('NG5')).length
        if (wild.targets.length > 0 && lost(wild) === lost(tame)) expect(count(wild, i), spelling).toEqual(count(tame, i))
      }
    })
  })
})
