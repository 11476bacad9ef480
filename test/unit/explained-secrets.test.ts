import { expect, test } from 'vitest'
import { explainFiles } from '../../src/explain/explain.ts'
import { render } from '../../src/index.ts'
import { leavesOf } from '../../src/model/leaves.ts'
import { type Fixture, fixtures } from '../fixtures.ts'
import { networkOf } from '../state/network-of.ts'

/** Passwords and keys of a description, but for words so short that they stand elsewhere too. */
const secretsOf = ({ source }: Fixture): readonly string[] =>
  [...leavesOf(networkOf(source))].flatMap(({ secret, value }) => (secret && typeof value === 'string' && value.length > 3 ? [value] : []))

const keepers = fixtures.filter(
  fixture => render(fixture.source, { targets: ['netplan'], allowLoss: true }).targets.length > 0 && secretsOf(fixture).length > 0,
)

test('there are fixtures with passwords and with keys of WireGuard', () => {
  expect(keepers.map(({ name }) => name)).toEqual(expect.arrayContaining(['origin/5-wifi-4addr', 'wireguard/two-peers']))
})

test.each(keepers.map(fixture => [fixture.name, fixture] as const))(
  '%s: no target tells a secret where its lines are explained',
  (_, fixture) => {
    const { targets } = render(fixture.source, { ...fixture.options, allowLoss: true, targets: ['all'] })
    const lines = targets.flatMap(({ files }) => explainFiles(files, fixture.source).flatMap(file => file.lines.map(({ text }) => text)))
    expect(lines.filter(line => secretsOf(fixture).some(secret => line.includes(secret)))).toEqual([])
  },
)
