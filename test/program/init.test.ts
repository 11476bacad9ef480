import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { netglot, workplace } from './program.ts'

const { folder } = workplace()

test('init lists the recipes where there is nobody to ask', () => {
  const { status, stdout } = netglot(['init'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^bridge-dhcp +A bridge for virtual machines/)
  expect(netglot(['init', 'bridge-taps', '--list']).stdout).toContain('--vms web,db\n')
  const { recipes } = JSON.parse(netglot(['init', '--list', '--format', 'json']).stdout) as { recipes: { name: string }[] }
  expect(recipes.map(({ name }) => name)).toContain('vrf')
})

test('init RECIPE prints a description, with what is given, and says what is still an example', () => {
  const { status, stdout, stderr } = netglot(['init', 'bridge-taps', '--vms', 'web', '--vms=mail', '--nic', 'enp1s0', '--user', 'alice'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/- enp1s0\n +- tap-web\n +- tap-mail\n/)
  expect(stdout.match(/owner: alice/g)).toHaveLength(2)
  expect(stderr).toContain('info[NG8405]: these of bridge-taps are still examples: --mac\n')
  expect(netglot(['check', '-', '-t', 'networkd'], { input: stdout }).status).toBe(0)
})

test('init -o writes a file, with a password for its owner alone, and never over one that is there', () => {
  const file = join(folder, 'host.yaml')
  const write = (...args: string[]) => netglot(['init', 'wifi-4addr', '-o', file, ...args])
  expect(write()).toMatchObject({ status: 0, stdout: '' })
  expect(statSync(file).mode & 0o777).toBe(0o600)
  const before = readFileSync(file, 'utf8')
  expect(write('--ssid', 'other')).toMatchObject({ status: 1, stderr: expect.stringContaining('error[NG8406]') })
  expect(readFileSync(file, 'utf8')).toBe(before)
  expect(write('--ssid', 'other', '--force').status).toBe(0)
  expect(readFileSync(file, 'utf8')).toContain('other:\n')
})

test('init tells of values that are wrong together', () => {
  expect(netglot(['init', 'bridge-static', '--gateway', '10.0.0.1']).stderr).toContain('warning[NG4005]')
})

test.each([
  [['init', 'bridge-dhpc'], 'did you mean bridge-dhcp?'],
  [['init', 'bridge-dhcp', '--vms', 'web'], 'error[NG8402]'],
  [['init', 'bridge-dhcp', '--nic', 'a', '--nic', 'b'], '--nic was given 2 times'],
  [['init', '--nic', 'eno1'], 'say which recipe --nic is for'],
  [['init', 'bridge-dhcp', '--force'], 'give -o as well'],
])('%j is wrong usage', (args, message) => {
  expect(netglot(args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(message) })
})

test('init asks on a terminal, again where the answer is none, and prints the description alone', () => {
  // script(1) is the terminal; what is asked goes to standard error.
  const program = `'${process.execPath}' '${join(root, 'dist/netglot.cjs')}' init 2>/dev/tty >'${join(folder, 'asked.yaml')}'`
  const { stdout, status } = spawnSync('script', ['-qec', program, '/dev/null'], {
    input: '99\nbridge-dhcp\nenp1s0\nno mac\n52:54:00:aa:00:07\n\n',
    encoding: 'utf8',
  })
  expect(status).toBe(0)
  expect(stdout).toContain('a number from 1 to ')
  expect(stdout).toContain('--mac can’t be no mac')
  const text = readFileSync(join(folder, 'asked.yaml'), 'utf8')
  expect(text).toMatch(/^# A bridge over the NIC[\s\S]*enp1s0: \{\}[\s\S]*br0:[\s\S]*"52:54:00:aa:00:07"/)
})
