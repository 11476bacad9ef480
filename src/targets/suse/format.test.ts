import { describe, expect, test } from 'vitest'
import { Inexpressible } from '../text.ts'
import { seconds, ssid, within, word } from './format.ts'

describe('values of ifcfg files', () => {
  test('the name of a Wi-Fi network with quotes and backslashes comes back', () => {
    const name = `it's "here" \\ x27`
    expect(ssid.print(name)).toBe(`it\\x27s "here" \\\\ x27`)
    expect(ssid.read(ssid.print(name))).toBe(name)
  })
  test('both kinds of quotes in one value are refused', () => {
    expect(word.print(`don't`)).toBe(`don't`)
    expect(() => word.print(`'"`)).toThrow(Inexpressible)
  })
  test('times have two decimals', () => {
    expect(seconds.print(0)).toBe('0')
    expect(seconds.print(2.504)).toBe('2.5')
    expect(seconds.print(2.25)).toBe('2.25')
  })
  test('numbers beyond what wicked takes are refused', () => {
    const cost = within(1, 65535, 'a path cost')
    expect(cost.print(65535)).toBe('65535')
    expect(() => cost.print(0)).toThrow('wicked takes a path cost from 1 to 65535 only')
  })
})
