import { describe, expect, test } from 'vitest'
import { render } from '../../src/index.ts'
import { targets } from '../../src/targets/index.ts'
import { assumedVersion, newerOrSame } from '../../src/targets/version.ts'

const text = 'network:\n  bridges:\n    br0: {addresses: [192.0.2.1/24], macaddress: "02:00:00:00:00:01", ipv4-forwarding: true}\n'
const asked = (target: string) => render([{ name: 'input.yaml', text }], { targets: [target] })

describe('a version', () => {
  test.each(Object.values(targets))('of $id is listed from the oldest on', ({ versions }) => {
    expect([...versions].sort((a, b) => (newerOrSame(a, b) ? 1 : -1))).toEqual(versions)
  })

  test.each([
    ['1.42', '1.42'],
    ['1.44', '1.42'],
    ['1.52', '1.52'],
    ['1.52.1', '1.52'],
    ['2', '1.52'],
    ['1.40', undefined],
    ['', undefined],
    ['new', undefined],
    ['1.42\n', undefined],
    ['-1.44', undefined],
  ])('%j counts as %j where 1.42 and 1.52 are known', (wanted, assumed) => {
    expect(assumedVersion(wanted, ['1.42', '1.52'])).toBe(assumed)
  })

  test('keeps the name that it has', () => {
    expect(assumedVersion('wicked-0.6.80', ['wicked-0.6'])).toBe('wicked-0.6')
    expect(assumedVersion('0.6.80', ['wicked-0.6'])).toBeUndefined()
  })

  test('between two known ones has the files of the older, under the name that was asked for', () => {
    const { targets: answers, diagnostics } = asked('networkd@254')
    const [answer] = answers
    const [older] = asked('networkd@252').targets
    expect({ target: answer?.target, version: answer?.version }).toEqual({ target: 'networkd', version: '254' })
    expect(answer?.files.map(file => file.content.replaceAll('@254', '@252'))).toEqual(older?.files.map(file => file.content))
    expect(answer?.files[0]?.content).toMatch(/^# Made by netglot for networkd@254\./)
    expect(diagnostics.map(d => `${d.severity} ${d.code}: ${d.message}`)).toContain(
      'info NG6090: networkd@254 is written as networkd@252: the newest known version that is not newer',
    )
  })

  test('that is known is written without a word', () => {
    expect(asked('networkd@257').diagnostics.map(d => d.code)).not.toContain('NG6090')
  })

  test('older than all is refused, with the known ones', () => {
    const [refusal] = asked('netplan@0.99').diagnostics
    expect(refusal).toMatchObject({ code: 'NG8002', message: '0.99 is no version of netplan that netglot knows' })
    expect(refusal?.hint).toContain('netplan@0.106, netplan@1.1')
  })
})
