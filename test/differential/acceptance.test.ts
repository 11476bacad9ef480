import { beforeAll, describe, expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { stricter } from './explained/stricter.ts'
import { mutations } from './mutations.ts'
import { type Generated, generateAll } from './read-netplan.ts'

/*
 * Every key of the corpus with values that may be wrong there: what netplan refuses we refuse as well, and what it takes we take, but for what
 * explained/stricter.ts gives a reason for.
 */

const all = mutations()
let generated: readonly Generated[] = []

beforeAll(async () => {
  generated = await generateAll(all, '1.1', 'networkd')
})

const refuses = (source: (typeof all)[number]['source']): boolean =>
  render(source, { targets: ['networkd@257'], allowLoss: true }).diagnostics.some(d => d.severity === 'error')

describe('wrong values', () => {
  test('that netplan refuses are refused', () => {
    const taken = all.filter(({ source }, i) => generated[i]?.refusal !== undefined && !refuses(source))
    expect(taken.map(({ name }) => name)).toEqual([])
  })

  test('that netplan takes are taken, or there is a reason', () => {
    const refused = all.filter(({ source }, i) => generated[i]?.refusal === undefined && refuses(source)).map(({ name }) => name)
    expect(refused.filter(name => !stricter.some(({ mutation }) => mutation.test(name)))).toEqual([])
    expect(stricter.filter(({ mutation }) => !refused.some(name => mutation.test(name))).map(({ why }) => why)).toEqual([])
  })

  test('are many', () => {
    expect(all.length).toBeGreaterThan(1000)
  })
})
