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

test.each(Object.entries(descriptions))('no diagnostic shows a password: %s', (_, text) => {
  const { stderr } = netglot(['check', '-'], { input: text })
  expect(stderr).not.toContain(password)
  expect(netglot(['check', '-', '--format', 'json'], { input: text }).stdout).not.toContain(password)
})

test('what is hidden shows as dots', () => {
  const { stderr } = netglot(['check', '-'], { input: descriptions['a list'] })
  expect(stderr).toContain('password: ••••••')
})
