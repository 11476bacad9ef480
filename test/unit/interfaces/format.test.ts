import { describe, expect, test } from 'vitest'
import { readCidr } from '../../../src/model/address.ts'
import { destination, seconds, shellWord, wholeSeconds } from '../../../src/targets/interfaces/format.ts'
import { Inexpressible } from '../../../src/targets/text.ts'

describe('a word of a command', () => {
  test.each([
    ['qemu', 'qemu'],
    ['eno1:web', 'eno1:web'],
    ['VM web', "'VM web'"],
    ['machine$', "'machine$'"],
    ['it’s $(reboot) `id` ; #', "'it’s $(reboot) `id` ; #'"],
    ["it's", `'it'"'"'s'`],
    ['of $IFACE', "'of $''IFACE'"],
    ['', "''"],
  ])('%j is %s', (value, word) => {
    expect(shellWord(value)).toBe(word)
  })

  test('holds no line break', () => {
    expect(() => shellWord('a\nup reboot')).toThrow(Inexpressible)
  })
})

describe('a destination', () => {
  test.each([
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['192.0.2.255/25', '192.0.2.128/25'],
    ['192.0.2.1/32', '192.0.2.1/32'],
    ['172.31.255.255/12', '172.16.0.0/12'],
    ['0.0.0.0/0', 'default'],
    ['::/0', 'default'],
    ['2001:db8::5/64', '2001:db8::5/64'],
  ])('%s is %s', (text, printed) => {
    const cidr = readCidr(text)
    expect(cidr && destination(cidr)).toBe(printed)
  })
})

test('ifupdown2 takes whole seconds only, brctl fractions', () => {
  expect(seconds.print(0.5)).toBe('0.5')
  expect(wholeSeconds.print(15)).toBe('15')
  expect(() => wholeSeconds.print(0.5)).toThrow(Inexpressible)
})
