import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Rendered, render } from '../../src/index.ts'
import type { Mapping } from '../../src/reference/leaf-bases.ts'
import { visibleText } from './hostile.ts'
import { keyfileList, keyfileSsid, keyfileString, readIni, readWpa, udevAssigned } from './readers.ts'

interface Meant {
  readonly alias: string
  readonly ssid: string
  readonly password: string
  readonly domains: readonly string[]
  readonly hostname: string
  readonly label: string
}

const name = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/)

const meant: fc.Arbitrary<Meant> = fc.record({
  alias: fc.oneof(visibleText(200), fc.stringMatching(/^[ -~]{1,40}$/)),
  ssid: visibleText(32),
  password: fc.oneof(fc.stringMatching(/^[ -~]{8,63}$/), fc.stringMatching(/^[0-9a-f]{64}$/)),
  domains: fc.uniqueArray(
    name.map(n => `${n}.example`),
    { minLength: 1, maxLength: 4 },
  ),
  hostname: name,
  label: fc.stringMatching(/^[a-z0-9]{1,6}$/),
})

const describeIt = ({ alias, ssid, password, domains, hostname, label }: Meant): Mapping => ({
  version: '2',
  wifis: {
    wlan0: {
      dhcp4: 'true',
      'dhcp4-overrides': { hostname },
      addresses: [{ '192.0.2.10/24': { label: `wlan0:${label}` } }],
      nameservers: { addresses: ['192.0.2.53'], search: domains },
      'access-points': { [ssid]: { password } },
    },
  },
  taps: { tap0: { alias } },
})

const rendered = (target: string, values: Meant): Rendered =>
  render([{ name: 'input.yaml', text: JSON.stringify({ network: describeIt(values) }) }], { targets: [target], allowLoss: true })

const fileOf = (all: Rendered, path: RegExp): string => all.targets[0]?.files.find(f => path.test(f.path))?.content ?? ''

const isLost = (all: Rendered, end: string): boolean => all.diagnostics.some(d => d.code.startsWith('NG5') && d.path.endsWith(end))

/** Checks values that are the same in every run; `check` counts what it could compare, so that no test is empty. */
const forAll = (target: string, check: (all: Rendered, values: Meant) => boolean): void => {
  const runs = 150
  let compared = 0
  const property = fc.property(meant, values => {
    const all = rendered(target, values)
    expect(all.diagnostics.filter(d => d.severity === 'error')).toEqual([])
    if (check(all, values)) compared++
  })
  fc.assert(property, { numRuns: runs, seed: 20 })
  expect(compared).toBeGreaterThan(runs / 10)
}

describe('networkd reads what was meant', () => {
  test.each(['networkd@252', 'networkd@257'])('%s', target => {
    forAll(target, (all, { domains, hostname, label }) => {
      const file = readIni(fileOf(all, /wlan0\.network$/))
      expect(file.get('Network.Domains')?.join(' ').split(' ')).toEqual(domains)
      expect(file.get('DHCPv4.Hostname')).toEqual([hostname])
      expect(file.get('Address.Label')).toEqual([`wlan0:${label}`])
      expect(file.get('Address.Address')).toEqual(['192.0.2.10/24'])
      return true
    })
  })
})

describe('NetworkManager reads what was meant', () => {
  test.each(['networkmanager@1.42', 'networkmanager@1.52'])('%s', target => {
    forAll(target, (all, { ssid, password, domains, hostname }) => {
      const file = readIni(fileOf(all, /netglot-wlan0/))
      const value = (key: string): string => file.get(key)?.[0] ?? ''
      if (!isLost(all, '.password')) expect(keyfileString(value('wifi-security.psk'))).toBe(password)
      expect(keyfileSsid(value('wifi.ssid'))).toBe(ssid)
      expect(keyfileList(value('ipv4.dns-search'))).toEqual(domains)
      expect(value('ipv4.dhcp-hostname')).toBe(hostname)
      return true
    })
  })
})

describe('wpa_supplicant and udev read what was meant', () => {
  test.each(['networkd@252', 'ifupdown@0.8.41', 'ifupdown2@3.0', 'ifupdown-ng@0.11.3'])('%s: the access point', target => {
    forAll(target, (all, { ssid, password }) => {
      const file = readWpa(fileOf(all, /wpa_supplicant-wlan0\.conf$/))
      expect(file.get('ssid')).toBe(ssid)
      if (isLost(all, '.password')) return false
      expect(file.get('psk')).toBe(password)
      return true
    })
  })

  test.each(['networkd@252', 'networkmanager@1.42', 'netplan@1.1', 'suse@wicked-0.6'])('%s: the alias', target => {
    forAll(target, (all, { alias }) => {
      if (isLost(all, '.alias')) return false
      expect(udevAssigned(fileOf(all, /85-netglot-tap0\.rules$/), 'ifalias')).toBe(alias)
      return true
    })
  })
})

describe('the shell reads what was meant', () => {
  test.each(['ifupdown@0.8.41', 'ifupdown2@3.0', 'ifupdown-ng@0.11.3'])('%s: the alias', target => {
    const pairs: { alias: string; command: string }[] = []
    forAll(target, (all, { alias }) => {
      if (isLost(all, '.alias')) return false
      const file = fileOf(all, /\/interfaces$/)
      const [, command] = /^\s+(?:[a-z-]*up) (ip link set dev \S+ alias .*)$/m.exec(file) ?? []
      // ifupdown2 has an option for it, whose value is the rest of the line.
      if (command === undefined) expect(/^\s+alias (.*)$/m.exec(file)?.[1]).toBe(alias)
      else pairs.push({ alias, command })
      return true
    })
    expect(pairs.length).toBeGreaterThan(0)
    const script = ['IFACE=tap0', `ip() { for last; do :; done; printf '%s\\n' "$last"; }`, ...pairs.map(p => p.command)].join('\n')
    const read = execFileSync('sh', { input: script, encoding: 'utf8' }).split('\n').slice(0, -1)
    expect(read).toEqual(pairs.map(p => p.alias))
  })
})
