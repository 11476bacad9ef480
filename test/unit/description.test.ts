import { describe, expect, test } from 'vitest'
import { check } from '../../src/description/check.ts'
import { parse } from '../../src/description/parse.ts'
import type { Description } from '../../src/description/schema/index.ts'
import { short } from '../../src/diagnostics/printers/short.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { render } from '../../src/index.ts'

interface Reading {
  readonly description: Description | undefined
  readonly said: readonly string[]
  readonly hints: readonly string[]
}

/** Reads texts as files a.yaml, b.yaml, …: the typed description and what was said. */
function read(...texts: readonly string[]): Reading {
  const report = new Report()
  const source = texts.map((text, i) => ({ name: `${'abc'[i]}.yaml`, text }))
  const parsed = parse(source, report)
  const description = parsed && check(parsed, report)
  const found = report.diagnostics(place => parsed?.locate(place))
  return { description, said: found.map(short), hints: found.map(({ hint }) => hint) }
}

const nic = (keys: string): string => `network:\n  ethernets:\n    eno1:\n${keys.replaceAll(/^/gm, '      ')}\n`
const eno1 = (keys: string): unknown => read(nic(keys)).description?.ethernets?.eno1

describe('YAML is read as netplan reads it', () => {
  test.each([
    ['dhcp4: yes', { dhcp4: true }],
    ['dhcp4: "OFF"', { dhcp4: false }],
    ['mtu: "1400"', { mtu: 1400 }],
    ['mtu: 01400', { mtu: 1400 }],
    ['alias: on', { alias: 'on' }],
    ['alias: 0012', { alias: '0012' }],
    ['mtu: ~\ndhcp4: true', { dhcp4: true }],
  ])('%s', (keys, expected) => {
    expect(eno1(keys)).toEqual(expected)
  })

  test.each([
    ['mtu: 0x578', 'NG2003'],
    ['dhcp4: 1', 'NG2003'],
    ['addresses: 192.0.2.1/24', 'NG2002'],
    ['addresses: [192.0.2.1]', 'NG2003'],
    ['addresses: [192.0.2.1/33]', 'NG2003'],
    ['mtuu: 1400', 'NG2001'],
    ['<<: {mtu: 1400}', 'NG1003'],
    ['alias: "a\\nb"', 'NG1002'],
    ['? [a]\n: b', 'NG1005'],
  ])('%s is refused with %s', (keys, code) => {
    expect(read(nic(keys)).said.join()).toContain(`error[${code}]`)
  })

  test.each([
    ['stp: true', 'did you mean `parameters: {stp: …}`?'],
    ['bridge_ports: [eno1]', 'did you mean `interfaces`?'],
    ['bridge_fd: 0', 'did you mean `parameters: {forward-delay: …}`?'],
    ['hwaddress: 52:54:00:aa:00:01', 'did you mean `macaddress`?'],
    ['dns: 192.0.2.53', 'did you mean `nameservers`?'],
    ['search: [example.com]', 'did you mean `nameservers: {search: …}`?'],
    ['addresses: 192.0.2.1/24', 'put it into brackets: a list of one is a list'],
  ])('%s is told how it is written here', (keys, hint) => {
    expect(read(`network:\n  bridges:\n    br0:\n      ${keys}\n`).hints).toEqual([hint])
  })

  test('duplicate keys merge, lists are appended without their duplicates', () => {
    const keys = 'addresses: [192.0.2.1/24]\naddresses: [192.0.2.1/24, 192.0.2.2/24]\nmtu: 1400\nmtu: 1500'
    const { description, said } = read(nic(keys))
    const found = description?.ethernets?.eno1
    expect(found).toMatchObject({ mtu: 1500, addresses: [{ text: '192.0.2.1/24' }, { text: '192.0.2.2/24' }] })
    expect(said).toEqual(['a.yaml:6:12: info[NG1101]: this value has no effect: a.yaml:7 sets it again'])
  })

  test('anchors unfold, and a bomb of them is refused', () => {
    expect(read('network:\n  ethernets:\n    a: &x {mtu: 1400}\n    b: *x\n').description?.ethernets?.b).toEqual({ mtu: 1400 })
    const lines = Array.from({ length: 9 }, (_, i) => `  a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join()}]`)
    expect(read(`network:\n  a0: &a0 [x]\n${lines.join('\n')}\n`).said.join()).toContain('NG1004')
    expect(read('network: &a\n  ethernets: *a\n').said.join()).toContain('NG1004')
  })

  test.each([
    ['network:\n  ethernets:\n    eno1:\n', 'a.yaml:3:10: error[NG2002]'],
    ['network:\n  ethernets:\n', 'a.yaml:2:13: error[NG2002]'],
    [nic('dhcp4:'), 'a.yaml:4:13: error[NG2003]'],
    [nic('addresses:'), 'a.yaml:4:17: error[NG2002]'],
    [nic('mtu: 1400\nmtu:'), 'a.yaml:5:11: error[NG2003]'],
  ])('nothing after a colon is a slip and no removal: %j', (text, said) => {
    expect(read(text).said.join()).toContain(said)
  })
})

describe('files merge in the order given', () => {
  test('the later value wins, and the earlier one is told of', () => {
    const { description, said } = read(nic('mtu: 1400\ndhcp4: true'), nic('mtu: 9000'))
    expect(description?.ethernets?.eno1).toEqual({ mtu: 9000, dhcp4: true })
    expect(said).toEqual(['a.yaml:4:12: info[NG1101]: this value has no effect: b.yaml:4 sets it again'])
  })

  test('the same value again is no news', () => {
    expect(read(nic('mtu: 1400'), nic('mtu: 1400')).said).toEqual([])
  })

  test('a null removes', () => {
    expect(read(nic('mtu: 1400\ndhcp4: true'), nic('mtu: null')).description?.ethernets?.eno1).toEqual({ dhcp4: true })
  })

  test('a fault is placed in its own file', () => {
    expect(read(nic('mtu: 1400'), nic('dhcp4: true\ndhpc6: true')).said.join()).toContain('b.yaml:5:7: error[NG2001]')
  })
})

describe('what is no description is refused at once', () => {
  test.each([
    ['', 'NG1008'],
    ['{}', 'NG1008'],
    ['- a', 'NG1008'],
    ['network: {}\n---\nnetwork: {}', 'NG1007'],
    ['network: [', 'NG1001'],
    ['['.repeat(100_000), 'NG1006'],
    [`${'- '.repeat(10_000)}a`, 'NG1006'],
    ['network: {}\u0007', 'NG1002'],
    ['x'.repeat(17_000_000), 'NG1009'],
    ['network: {}\nethernets: {}', 'NG2001'],
  ])('%#: %s'.slice(0, 4), (text, code) => {
    expect(read(text).said.join()).toContain(code)
  })
})

describe('a name that is too long', () => {
  const hintFor = (name: string): string | undefined =>
    render([{ name: 'a.yaml', text: `network: {ethernets: {nic: {}}, vlans: {${name}: {id: 1234, link: nic}}}` }], {
      targets: [],
    }).diagnostics.find(({ code }) => code === 'NG2005')?.hint

  test('by the number of its VLAN alone has a shorter one', () => {
    expect(hintFor('enp175s0f0np0.1234')).toContain('`vlan1234`')
    expect(hintFor('a-very-long-name-by-itself.1234')).toContain('1 to 15')
    expect(hintFor('enp1s0.1234')).toBeUndefined()
  })
})
