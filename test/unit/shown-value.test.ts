import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { asYaml, shownValue } from '../../src/reference/cell.ts'

test('an example is shown as YAML, in which a list of one is a list', () => {
  const example = [{ vrf0: { table: 100, interfaces: ['eno1'] } }, ['a', 'b']]
  expect(parse(asYaml(example))).toEqual(example)
})

test('a value of a cell is named without the brackets of a list of one', () => {
  expect([shownValue(['off']), shownValue(['a', 'b'])]).toEqual(['off', '[a, b]'])
})
