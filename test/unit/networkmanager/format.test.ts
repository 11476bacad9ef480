import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escaped, pattern, ssid, within } from '../../../src/targets/networkmanager/format.ts'
import { Inexpressible } from '../../../src/targets/text.ts'

/** What GKeyFile gives the daemon for a value of a file. */
const unescaped = (value: string): string => value.trimStart().replaceAll(/\\([s\\])/g, (_, c) => (c === 's' ? ' ' : '\\'))

const visible = fc.string({ unit: fc.constantFrom(...' ab\\;#"=[!s0é'), minLength: 1, maxLength: 12 })

describe('keyfile values', () => {
  test('reach the daemon as they were', () => {
    fc.assert(fc.property(visible, value => unescaped(escaped.print(value)) === value))
  })

  test('are read back as they were', () => {
    fc.assert(fc.property(visible, value => escaped.read(escaped.print(value)) === value && ssid.read(ssid.print(value)) === value))
  })

  test.each([
    ['home net', 'home net'],
    ['#1', '#1'],
    ['12', '12'],
    ['a;b', '97;59;98;'],
    ['a\\b', '97;92;98;'],
    [' a', '32;97;'],
    ['é', '195;169;'],
  ])('write the SSID %j as %s', (name, written) => {
    expect(ssid.print(name)).toBe(written)
  })

  test.each([
    ['en*', 'en*;'],
    ['!en0', '\\\\!en0;'],
  ])('write the pattern %s as %s', (glob, written) => {
    expect(pattern.print(glob)).toBe(written)
    expect(pattern.read(written)).toBe(glob)
  })

  test('refuse numbers that NetworkManager would drop', () => {
    expect(within(2, 30).print(30)).toBe('30')
    for (const number of [1, 31, 2.5]) expect(() => within(2, 30).print(number)).toThrow(Inexpressible)
  })
})
