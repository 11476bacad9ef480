import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { bridge, netglot } from './program.ts'

test('--version is the package’s', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(netglot(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})

test.each([[['--help']], [['render', '--help']], [['check', '--help']], [['graph', '--help']], [['targets', '--help']]])(
  '%j shows examples',
  args => {
    const { status, stdout } = netglot(args)
    expect(status).toBe(0)
    expect(stdout).toContain('Examples:')
  },
)

test.each([
  [
    ['-t', ''],
    ['all', 'networkd', 'networkd@257'],
  ],
  [['--target', 'net'], ['networkd']],
  [['--format', ''], ['json']],
])('completion knows the words after %j', (words, known) => {
  const { status, stdout } = netglot(['--get-yargs-completions', 'netglot', 'render', 'host.yaml', ...words])
  expect(status).toBe(0)
  expect(stdout.split('\n')).toEqual(expect.arrayContaining(known))
})

test('targets lists them', () => {
  expect(netglot(['targets']).stdout).toContain('networkd@252 (default), networkd@257')
  const { targets } = JSON.parse(netglot(['targets', '--format', 'json']).stdout) as { targets: { id: string; versions: string[] }[] }
  expect(targets.map(({ id }) => id)).toEqual(expect.arrayContaining(['ifupdown', 'networkd', 'suse']))
  expect(Object.keys(targets[0] ?? {})).toEqual(['id', 'versions', 'title', 'about'])
})

test('targets --key tells what becomes of one key', () => {
  const text = netglot(['targets', '--key', 'bridges.br0.parameters.stp']).stdout
  expect(text).toContain('/etc/systemd/network/05-netglot-br0.netdev:  STP=no')
  expect(text).not.toContain('lost')
  const lost = netglot(['targets', '--key', 'routes[0].type']).stderr
  expect(lost).toContain('there is no key routes[0].type; there is ethernets.*.routes[].type')
  expect(netglot(['targets', '--key', 'ethernets.*.routes[].type']).stdout).toMatch(/xresolve: lost \(value, NG5002\): .*\n {4}instead: /)
  const json = netglot(['targets', '--key', 'network.taps.*.owner', '--format', 'json']).stdout
  const { key, targets } = JSON.parse(json) as { key: string; targets: { target: string; values: { value: string; how: string }[] }[] }
  expect(key).toBe('taps.*.owner')
  expect(targets.find(({ target }) => target === 'netplan')?.values[0]).toMatchObject({ value: 'qemu', how: 'side', code: null })
})

test('schema prints a JSON Schema', () => {
  const { status, stdout } = netglot(['schema'])
  expect(status).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#', additionalProperties: false })
})

test('targets lists the distributions, with what else they have', () => {
  const { stdout } = netglot(['targets'])
  expect(stdout).toContain('debian-13  Debian 13: ifupdown@0.8.44')
  expect(stdout).toContain('netplan@debian-13 (1.1)')
  expect(stdout).toContain('rhel-9, almalinux-9, rocky-9, ')
  expect(stdout).toContain('auto@debian-12 (default), auto@debian-13')
  const { distributions } = JSON.parse(netglot(['targets', '--format', 'json']).stdout) as {
    distributions: { name: string; target: string }[]
  }
  expect(distributions.find(({ name }) => name === 'ubuntu-24.04')).toMatchObject({ target: 'netplan', version: '1.1' })
})

test('targets tells what a distribution has in the way', () => {
  const { stdout } = netglot(['targets'])
  expect(stdout).toMatch(
    /^debian-12 {2}.*\n(?: {2}.*\n)* {2}ours takes the place of: \/etc\/network\/interfaces\n {2}in the way: .*50-cloud-init/m,
  )
  const one = netglot(['targets', 'bookworm', 'ubuntu-24.04']).stdout
  expect(one).toContain('remove     /etc/network/interfaces.d/50-cloud-init, if it is there  (its stanzas are read as well)')
  expect(one).toContain('/etc/cloud/cloud.cfg.d/99-disable-network-config.cfg')
  expect(one).toContain('/etc/netplan/01-network-manager-all.yaml')
  const json = JSON.parse(netglot(['targets', 'rocky-linux-9', 'networkd@257', '--format', 'json']).stdout) as {
    targets: { name: string; remove: { path: string; advice: string | null }[] }[]
    distributions: { name: string }[]
  }
  expect(json.targets.map(({ name }) => name)).toEqual(['rocky-9', 'networkd@257'])
  expect(json.targets[0]?.remove.map(({ path }) => path)).toContain('/etc/sysconfig/network-scripts/ifcfg-IFACE')
  expect(json.distributions.map(({ name }) => name)).toEqual(['rhel-9'])
  const advice = json.targets.flatMap(({ remove }) => remove).map(({ path, advice }) => [path.includes('cloud-init'), advice !== null])
  expect(advice).toContainEqual([true, true])
  expect(advice).not.toContainEqual([true, false])
})

test('a distribution and auto say their stacks', () => {
  const { stdout, stderr } = netglot(['render', '-', '-t', 'rocky-9,auto'], { input: bridge })
  expect(stdout).toContain('# ===== rocky-9 (networkmanager@1.42) =====')
  expect(stdout).toContain('# Made by netglot for auto@debian-12 (networkd@252, networkmanager@1.42).')
  expect(stderr).toContain('rocky-9 (networkmanager@1.42), beside the files:')
  const { targets } = JSON.parse(netglot(['render', '-', '-t', 'rocky-9', '--format', 'json'], { input: bridge }).stdout) as {
    targets: object[]
  }
  expect(targets[0]).toMatchObject({
    target: 'networkmanager',
    version: '1.42',
    distribution: 'rocky-9',
    stacks: [{ target: 'networkmanager' }],
  })
})

const wrong = [
  [[], /say what to do/],
  [['rendr'], /there is no command rendr: did you mean render\?/],
  [['host.yaml', '-t', 'suse'], /there is no command host\.yaml: say what to do first: init, render, check/],
  [['render', '-'], /say for which system with -t/],
  [['render', '-', '--traget', 'suse'], /traget/],
  [['render', '-', '-t', 'ifupdown', '--bogus'], /bogus/],
  [['render', '-', '-t', 'ifupdown', '--format', 'xml'], /xml/],
  [['targets', '--key', 'bridges.*.stpp'], /there is no key bridges\.\*\.stpp/],
  [['targets', '--key', 'bridges.*.parameters'], /a mapping: name a key in it, such as bridges/],
  [['targets', '--key', 'x-netglot.allow-loss'], /no target has it/],
  [['targets', '--key', ''], /--key wants a value/],
  [['targets', 'suse', '--key', 'routes'], /give no NAME with it/],
  [['targets', 'rocky-linux-7'], /error\[NG8001\][\s\S]*known: rocky-8, rocky-9, rocky-10/],
  [['render', '-', '-t', ''], /--target wants/],
  [['render', '-', '-t', 'ifupdwn'], /error\[NG8001\][\s\S]*did you mean ifupdown\?/],
  [['render', '-', '-t', 'interfaces'], /error\[NG8001\][\s\S]*did you mean ifupdown\?/],
  [['render', '-', '-t', 'nm'], /did you mean networkmanager\?/],
  [['render', '-', '-t', 'systemd-networkd@257'], /did you mean networkd\?/],
  [['render', '-', '-t', 'networkd@1'], /error\[NG8002\]/],
  [['render', '-', '-t', 'suse', '--force'], /--force is about the files below a root: give --root as well/],
  [['render', '-', '-t', 'suse', '--check'], /--check is about the files below a root: give --root as well/],
  [['render', '-', '-t', 'debian-11'], /error\[NG8001\][\s\S]*known: debian-12, debian-13/],
  [['render', '-', '-t', 'suse', '--user', 'qemu'], /NAME=NUMBER/],
  [['render', '-', '-t', 'suse', '--allow-loss=suse'], /TARGET:CODE:PATH/],
  [['render', '-', '-t', 'suse', '--accounts', '/nowhere'], /etc\/passwd/],
] as const
test.each(wrong)('%j is wrong usage', (args, says) => {
  const { status, stdout, stderr } = netglot(args, { input: bridge })
  expect(stderr).toMatch(says)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
})
