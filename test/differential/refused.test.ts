import { beforeAll, describe, expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { atLeast } from './corpus.ts'
import { type Generated, generateAll, type Release } from './read-netplan.ts'
import { refused } from './refused-fixtures.ts'

/*
 * What netplan refuses is refused here too, with a code and at the line that it is about; what only netglot refuses says why. A file of
 * fixtures/refused/ begins with a comment,
 *
 *   # NG3002                                   all refuse it
 *   # NG2003, since 1.1                        netplan refuses it since 1.1
 *   # NG2005, netplan takes it: the reason     netglot alone
 *   # NG3017, since 1.0, netplan takes it: ... netglot alone, and netplan before 1.0, which does not know the key
 *
 * and the line that netglot has to name ends in `# here`.
 */

const releases: readonly Release[] = ['0.106', '1.1']
const made = new Map<Release, readonly Generated[]>()

beforeAll(async () => {
  for (const release of releases) made.set(release, await generateAll(refused, release, 'networkd'))
})

describe.each(releases)('netplan %s', release => {
  test.each(refused.map((entry, i) => ({ ...entry, i })))('$name', ({ i, since, stricter }) => {
    const knows = since === undefined || atLeast(release, since)
    const refuses = stricter === undefined ? knows : !knows
    expect(made.get(release)?.[i]?.refusal !== undefined, made.get(release)?.[i]?.refusal).toBe(refuses)
  })
})

describe('netglot', () => {
  test.each(refused)('$name', ({ source, code, line }) => {
    const { diagnostics } = render(source, { targets: ['networkd'], allowLoss: true })
    const errors = diagnostics.filter(d => d.severity === 'error').map(d => `${d.code} at line ${d.span?.line}`)
    expect(errors).toContain(`${code} at line ${line}`)
  })
})
