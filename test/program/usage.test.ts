import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { bridge, netglot } from './program.ts'

test('--version is the package’s', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(netglot(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
})

test.each([[['--help']], [['render', '--help']], [['check', '--help']], [['targets', '--help']]])('%j shows examples', args => {
  const { status, stdout } = netglot(args)
  expect(status).toBe(0)
  expect(stdout).toContain('Examples:')
})

test('completion prints a script', () => {
  const { status, stdout } = netglot(['completion'])
  expect(status).toBe(0)
  expect(stdout).toContain('--get-yargs-completions')
})

test('targets lists them', () => {
  expect(netglot(['targets']).stdout).toContain('networkd@252 (default), networkd@257')
  const { targets } = JSON.parse(netglot(['targets', '--format', 'json']).stdout) as { targets: { id: string; versions: string[] }[] }
  expect(targets.map(({ id }) => id)).toEqual(['ifupdown', 'ifupdown2', 'netplan', 'networkd', 'networkmanager', 'suse'])
  expect(Object.keys(targets[0] ?? {})).toEqual(['id', 'versions', 'title', 'about'])
})

const wrong = [
  [[], /say what to do/],
  [['rendr'], /there is no command rendr: did you mean render\?/],
  [['host.yaml', '-t', 'suse'], /there is no command host\.yaml: say what to do first: render, check or targets/],
  [['render', '-'], /say for which system with -t/],
  [['render', '-', '--traget', 'suse'], /traget/],
  [['render', '-', '-t', 'ifupdown', '--bogus'], /bogus/],
  [['render', '-', '-t', 'ifupdown', '--format', 'xml'], /xml/],
  [['render', '-', '-t', ''], /--target wants/],
  [['render', '-', '-t', 'ifupdwn'], /error\[NG8001\][\s\S]*did you mean ifupdown\?/],
  [['render', '-', '-t', 'interfaces'], /error\[NG8001\][\s\S]*did you mean ifupdown\?/],
  [['render', '-', '-t', 'nm'], /did you mean networkmanager\?/],
  [['render', '-', '-t', 'systemd-networkd@257'], /did you mean networkd\?/],
  [['render', '-', '-t', 'networkd@1'], /error\[NG8002\]/],
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
