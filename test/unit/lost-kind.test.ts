import { expect, test } from 'vitest'
import { check } from '../../src/description/check.ts'
import { parse } from '../../src/description/parse.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { showPath } from '../../src/model/leaf.ts'
import type { Link, LinkKind, Network } from '../../src/model/network.ts'
import { normalise } from '../../src/normalise/index.ts'
import { possibleIn } from '../../src/targets/lost-kind.ts'
import { absent } from '../../src/targets/target.ts'

const text = `
network:
  ethernets:
    eno1: {mtu: 1400}
  taps:
    tap0: {alias: VM, mtu: 1400}
  bridges:
    br0: {interfaces: [tap0, eno1], parameters: {path-cost: {tap0: 7}}}
`

const network = (): Network => {
  const report = new Report()
  const parsed = parse([{ name: 'input.yaml', text }], report)
  const description = parsed && check(parsed, report)
  if (description === undefined) throw new Error('the description is refused')
  return normalise(description, report)
}

const noReason = (): undefined => undefined
const lost = (kind: LinkKind) => (link: Link) => (link.kind === kind ? absent('it has none', 'go elsewhere') : undefined)

const pathsLost = (losses: ReturnType<typeof possibleIn>['losses']): string[][] =>
  losses.map(({ leaf }) => [...new Set(leaf.origins.map(showPath))])

test('a network that has no lost kind stays as it is', () => {
  const whole = network()
  expect(possibleIn(whole, noReason)).toEqual({ network: whole, losses: [] })
})

test('a link of a lost kind is one loss with all that is said of it, and its bridge goes on without it', () => {
  const { network: left, losses } = possibleIn(network(), lost('tap'))
  expect(pathsLost(losses)).toEqual([
    ['taps.tap0', 'taps.tap0.mtu', 'taps.tap0.alias'],
    ['bridges.br0.interfaces[0]', 'bridges.br0.parameters.path-cost.tap0'],
  ])
  expect(left.links.map(link => [link.id, link.kind === 'bridge' ? link.ports.map(port => port.link.value) : []])).toEqual([
    ['eno1', []],
    ['br0', ['eno1']],
  ])
})

test('the ports of a lost bridge are nobody’s', () => {
  const { network: left, losses } = possibleIn(network(), lost('bridge'))
  expect(pathsLost(losses)[0]?.[0]).toBe('bridges.br0')
  expect(left.links.map(link => link.controller)).toEqual([undefined, undefined])
})
