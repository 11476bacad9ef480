import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from '../../src/description/parse.ts'
import { readRight } from '../../src/description/read-right.ts'
import { description } from '../../src/description/schema/index.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { descriptions } from '../contract/hostile.ts'
import { fixtures } from '../fixtures.ts'

const byZod = (value: unknown): unknown => {
  const { success, data } = description.safeParse(value)
  return success ? data : undefined
}

/** With the order of the keys. */
const same = (value: unknown): void => {
  const [quick, zods] = [readRight(description, value), byZod(value)]
  expect(quick).toEqual(zods)
  expect(JSON.stringify(quick)).toBe(JSON.stringify(zods))
}

test('the descriptions of the fixtures are read as zod reads them', () => {
  for (const { source } of fixtures) same(parse(source, new Report())?.value)
})

test('any description is read as zod reads it, or by neither', () => {
  const { RUNS = '1', SEED = '20' } = process.env
  fc.assert(fc.property(descriptions, same), { numRuns: 500 * Number(RUNS), seed: Number(SEED) })
})
