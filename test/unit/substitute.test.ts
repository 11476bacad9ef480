import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from '../../src/description/parse.ts'
import type { Variables } from '../../src/description/substitute.ts'
import { short } from '../../src/diagnostics/printers/short.ts'
import { Report } from '../../src/diagnostics/report.ts'

interface Read {
  readonly value: unknown
  readonly said: readonly string[]
}

const read = (text: string, variables?: Variables): Read => {
  const report = new Report()
  const parsed = parse([{ name: 'a.yaml', text }], report, variables)
  return { value: parsed?.value, said: report.diagnostics(place => parsed?.locate(place)).map(short) }
}

const nic = (keys: string): string => `network:\n  ethernets:\n    eno1:\n      ${keys}\n`
const eno1 = (keys: string, variables?: Variables): unknown => {
  const { value } = read(nic(keys), variables) as { value?: { ethernets?: { eno1?: unknown } } }
  return value?.ethernets?.eno1
}

const all = { mtu: '1400', net: '10.0.0', empty: '', nothing: 'null', list: '[a, b]' }

describe('variables', () => {
  test.each([
    ['mtu: ${mtu}', { mtu: '1400' }],
    ['addresses: ["${net}.1/24", "${net}.2/24"]', { addresses: ['10.0.0.1/24', '10.0.0.2/24'] }],
    ['alias: $${mtu}', { alias: '${mtu}' }],
    ['alias: a$b$', { alias: 'a$b$' }],
    ['alias: ${list}', { alias: '[a, b]' }],
    // A null would remove the key.
    ['alias: ${nothing}', { alias: 'null' }],
    ['alias: "${empty}"', { alias: '' }],
    ['{alias: &a "${mtu}", mtu: *a}', { alias: '1400', mtu: '1400' }],
  ])('%s', (keys, expected) => {
    expect(eno1(keys, all)).toEqual(expected)
  })

  test('are text like any other where nobody gave some', () => {
    expect(eno1('alias: ${mtu} $${mtu}')).toEqual({ alias: '${mtu} $${mtu}' })
  })

  test.each([
    ['mtu: ${mtuu}', 'a.yaml:4:12: error[NG8301]: the variable mtuu has no value for this host'],
    ['mtu: ${__proto__}', 'a.yaml:4:12: error[NG8301]: the variable __proto__ has no value for this host'],
    ['mtu: ${ mtu }', 'a.yaml:4:12: error[NG8302]: ${ mtu } is no variable'],
    ['mtu: ${mtu', 'a.yaml:4:12: error[NG8302]: ${mtu is no variable'],
    ['"${mtu}": 1', 'a.yaml:4:7: error[NG8303]: ${mtu} is a key, and variables stand in values only'],
  ])('%s is refused', (keys, said) => {
    expect(read(nic(keys), all).said).toEqual([said])
  })

  test('without quotes between brackets get a word of their own', () => {
    expect(read(nic('addresses: [${net}.1/24]'), all).said.join()).toMatch(/NG1001.*NG8304/)
  })

  test('a literal dollar and brace in a key', () => {
    expect(eno1('alias: x', all)).toEqual({ alias: 'x' })
    expect(read(nic('"$${mtu}": 1'), all)).toMatchObject({ said: [], value: { ethernets: { eno1: { '${mtu}': '1' } } } })
  })

  test('a control character in a value is refused', () => {
    expect(read(nic('alias: ${a}'), { a: 'x\ndhcp4: true' }).said.join()).toContain('NG1002')
  })

  test('a value is never structure: it comes out as the text that it is, and nothing else changes', () => {
    const text = nic('alias: ${v}\n      addresses: ["${v}", "a${v}b"]\n      nameservers: {search: ["${v}x"]}\n      mtu: 1400')
    const yaml = fc.string({
      unit: fc.constantFrom('[', ']', '{', '}', ':', ' ', '-', '#', '&', '*', '!', '|', '>', '"', "'", '$', '~', 'a', ',', '?', '<', '\\'),
    })
    fc.assert(
      fc.property(fc.oneof(yaml, fc.constantFrom('null', '~', 'true', '[x]', '{a: b}', '<<', '${v}', '$${v}'), fc.string()), v => {
        const { value, said } = read(text, { v })
        if (said.length > 0) expect(said.join()).toContain('NG1002')
        else
          expect(value).toEqual({
            ethernets: { eno1: { alias: v, addresses: [v, `a${v}b`], nameservers: { search: [`${v}x`] }, mtu: '1400' } },
          })
      }),
    )
  })
})
