import { expect, test } from 'vitest'
import { netglot } from './program.ts'

const password = 'hunter2'
const point = (...lines: string[]): string =>
  ['network:', '  wifis:', '    wlan0:', '      access-points:', ...lines.map(line => `        ${line}`), ''].join('\n')

const device = (section: string, ...lines: string[]): string =>
  ['network:', '  renderer: NetworkManager', `  ${section}:`, '    dev0:', ...lines.map(line => `      ${line}`), ''].join('\n')

const descriptions = {
  'one too short': point('home:', `  password: ${password}`),
  'one beside an unknown key': point(`home: {password: ${password}, bogus: 1}`),
  'one under a key that is misspelt': point(`home: {passwort: ${password}, pasword: ${password}}`),
  'a list': point('home:', `  password: [${password}]`),
  'a mapping': point('home:', '  password:', `    ${password}: x`),
  'a bare key and a line below': point('home:', '  password:', `  ${password}`),
  'a bare key, a comment and lines below': point('home:', '  password:', '    # mine', '', '  some', `  ${password}`),
  'a block': point('home:', '  password: |', `    ${password}`, '    more'),
  'quotes without end': point('home:', `  password: "${password}`, `    ${password}`),
  'a tab after it': point('home:', `  password: ${password}\tx: "\\x07"`),
  'one twice': point('home:', `  password: ${password}`, `  password: ${password}${password}`, '  bogus: 1'),
  'a control character': point('home:', `  password: "${password}\\x07"`),
  'a reserved sign': point('home:', `  password: @${password}`),
  'an unknown alias': point('home:', `  password: *${password}`),
  'a setting of NetworkManager': device('ethernets', 'networkmanager:', '  passthrough:', `    vpn-secrets.key: ${password}`),
  'a list for a PIN': device('modems', `pin: [${password}]`),
  'a password of an operator': device('modems', `password: ${password}`, 'apn: a b'),
  'a list for one': device('ethernets', 'networkmanager:', '  passthrough:', `    gsm.pin: [${password}]`),
  'a loss': `${point('home:', `  password: ${password}${password}`)}  taps:\n    tap0: {owner: qemu}\n`,
}

const wireguardKey = '4GgaQCy68nzNsUE5aJ9fuLzHhB65tAlwbmA72MWnOm8='
const half = wireguardKey.slice(0, 40)
const tunnel = (...lines: string[]): string =>
  ['network:', '  tunnels:', '    wg0:', '      mode: wireguard', ...lines.map(line => `      ${line}`), ''].join('\n')

const tunnels = {
  'one that is cut off': tunnel(`key: ${half}`),
  'one that is cut off, in a mapping': tunnel(`keys: {private: ${half}}`),
  'one beside an unknown key': tunnel(`key: ${wireguardKey}`, 'bogus: 1'),

  'a list': tunnel(`key: [${wireguardKey}]`),
  'a mapping without its name': tunnel(`keys: {${wireguardKey}}`),
  'a mapping on lines, without its name': tunnel('keys:', `  ${wireguardKey}: x`),
  'a list below the name': tunnel('keys:', `  private: [${wireguardKey}]`),
  'a bare name and a line below': tunnel('key:', `  ${half}`),
  'a shared one': tunnel(`key: ${wireguardKey}`, 'peers:', '  - keys:', `      shared: ${half}`),
  'a shared one in a line': tunnel(`peers: [{keys: {shared: ${half}, bogus: 1}}]`),
  'a shared one without a public one': tunnel(`peers: [{keys: {shared: ${wireguardKey}}}]`),
  'one in quotes without end': tunnel(`key: "${half}`),
  'a loss': `${tunnel(`keys: {private: ${wireguardKey}, private-key-flags: [not-saved]}`, 'peers: []')}  taps:\n    tap0: {owner: qemu}\n`,
}

test.each(Object.entries(tunnels))('no diagnostic shows a key of WireGuard: %s', (_, text) => {
  const targets = ['-t', 'networkd,suse,networkmanager,netplan']
  const { stderr } = netglot(['check', '-', ...targets], { input: text })
  expect(stderr).not.toContain(half)
  expect(netglot(['check', '-', ...targets, '--format', 'json'], { input: text }).stdout).not.toContain(half)
})

test('a public key is shown', () => {
  const { stderr } = netglot(['check', '-'], {
    input: tunnel(`key: ${wireguardKey}`, `peers: [{keys: {public: ${wireguardKey}, bogus: 1}}]`),
  })
  expect(stderr).toContain(`public: ${wireguardKey}`)
})

test.each(Object.entries(descriptions))('no diagnostic shows a password: %s', (_, text) => {
  const { stderr } = netglot(['check', '-'], { input: text })
  expect(stderr).not.toContain(password)
  expect(netglot(['check', '-', '--format', 'json'], { input: text }).stdout).not.toContain(password)
})

test('what is hidden shows as dots', () => {
  const { stderr } = netglot(['check', '-'], { input: descriptions['a list'] })
  expect(stderr).toContain('password: ••••••')
})

test('what kind of password is asked for is none', () => {
  const { stderr } = netglot(['check', '-'], {
    input: 'network: {wifis: {wlan0: {access-points: {home: {auth: {\n  key-management: psk, bogus: 1}}}}}}\n',
  })
  expect(stderr).toContain('key-management: psk, bogus: 1')
})
