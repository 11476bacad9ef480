import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bridge, netglot, workplace } from './program.ts'

const { folder, put } = workplace()

interface Case {
  readonly name: string
  readonly text: string | Buffer
  readonly code: string
  /** Also in what is said. */
  readonly says?: RegExp
}

const device = (name: string): string => `network:\n  bridges:\n    ${name}: {}\n`
const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x, x]',
  ...'bcdefghij'.split('').map((c, i) => `${c}: &${c} [${Array(10).fill(`*${'abcdefghij'[i]}`)}]`),
]

const cases: readonly Case[] = [
  { name: 'a YAML error', text: 'network:\n  bridges: {br0: [}\n', code: 'NG1001', says: /\n 2 \| {3}bridges/ },
  { name: 'a tab as indentation', text: 'network:\n\tbridges: {}\n', code: 'NG1001' },
  { name: 'a wrong type', text: 'network:\n  bridges:\n    br0:\n      mtu: [1]\n', code: 'NG2002' },
  { name: 'a wrong value', text: 'network:\n  bridges:\n    br0:\n      dhcp4: maybe\n', code: 'NG2003' },
  { name: 'an unknown key', text: 'network:\n  bridges:\n    br0:\n      mtuu: 1\n', code: 'NG2001', says: /did you mean `mtu`/ },
  { name: 'a bad address', text: 'network:\n  bridges:\n    br0:\n      addresses: [10.0.0.300/24]\n', code: 'NG2003' },
  { name: 'a control character', text: 'network:\n  bridges:\n    br0: {alias: "a\u0007b"}\n', code: 'NG1002', says: /U\+0007/ },
  { name: 'a control character as an escape', text: 'network:\n  bridges:\n    br0: {alias: "a\\x1bb"}\n', code: 'NG1002' },
  { name: 'a path as an interface name', text: device('../../etc/passwd'), code: 'NG2005', says: /\n 3 \| {5}..\/..\/etc\/passwd: \{\}\n/ },
  { name: 'a command as an interface name', text: device('$(reboot)'), code: 'NG2005' },
  { name: 'an SSID with a newline', text: 'network:\n  wifis:\n    wlan0:\n      access-points:\n        "a\\nb": {}\n', code: 'NG1002' },
  { name: 'an alias bomb', text: `${bomb.join('\n')}\nnetwork: *j\n`, code: 'NG1004' },
  { name: 'aliases that hold themselves', text: 'network: &a\n  bridges: *a\n', code: 'NG1004' },
  { name: '10 MB of junk in a line', text: 'x7Gh+/'.repeat(1_700_000), code: 'NG1008' },
  { name: '10 MB of junk in lines', text: 'x7Gh+/ %$: [\n'.repeat(800_000), code: 'NG1' },
  { name: '10 MB without a line end, then a control character', text: `${'x7Gh+/ '.repeat(1_400_000)}\u0007`, code: 'NG1002' },
  { name: 'more values than any host has', text: `network:\n${'- x\n'.repeat(200_001)}`, code: 'NG1004' },
  { name: 'brackets without end', text: '['.repeat(1_000_000), code: 'NG1006' },
  { name: 'more than anyone writes', text: `# ${'x'.repeat(17_000_000)}\n`, code: 'NG1009' },
  { name: 'invalid UTF-8', text: Buffer.from('network:\n  bridges: {br\xff: {}}\n', 'latin1'), code: 'NG1010', says: /bad\.yaml:2:1/ },
  { name: 'a binary', text: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3]), code: 'NG1002' },
  { name: 'nothing at all', text: '', code: 'NG1008' },
]

describe.each(cases)('$name', ({ text, code, says }) => {
  test('is refused with its place, and nothing is written', () => {
    const file = put('bad.yaml', text)
    const out = join(folder, 'out')
    const { status, stdout, stderr } = netglot(['render', file, '-t', 'all', '--root', out])
    expect(stderr).toContain(`error[${code}`)
    expect(stderr).toMatch(/ --> .*bad\.yaml:\d+:\d+/)
    expect(stderr).toContain('= help: ')
    if (says !== undefined) expect(stderr).toMatch(says)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ status, stdout, written: existsSync(out) }).toEqual({ status: 1, stdout: '', written: false })
  })
})

describe('what can not be read', () => {
  put('empty/readme.txt', '')
  put('plain', '')
  const missing = [
    ['a missing file', 'nowhere.yaml', 'there is no such file'],
    ['a directory without YAML', 'empty', 'it is a directory without a *.yaml file'],
    ['a path below a file', 'plain/host.yaml', 'a part of its path is no directory'],
    ['a name too long', 'x'.repeat(300), 'its name is too long'],
  ] as const
  test.each(missing)('%s ends with 3', (_, file, why) => {
    const { status, stdout, stderr } = netglot(['check', file], { cwd: folder })
    expect(stderr).toContain(`error[NG8003]: ${file} can't be read: ${why}\n  = help: `)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' })
  })

  test('a device without end is refused', () => {
    const { status, stderr } = netglot(['check', '/dev/zero'])
    expect(stderr).toMatch(/^error\[NG1009\]: the description is 65 MB large/)
    expect(status).toBe(1)
  })

  test('a root that is not there is told by check', () => {
    const { status, stderr } = netglot(['check', '-', '--root', 'nowhere'], { cwd: folder, input: bridge })
    expect(stderr).toContain("error[NG8003]: nowhere can't be read: there is no such file\n  = help: ")
    expect(status).toBe(3)
  })

  test('is told as JSON too', () => {
    const { status, stdout } = netglot(['check', 'nowhere.yaml', '--format', 'json'], { cwd: folder })
    expect(status).toBe(3)
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, diagnostics: [{ code: 'NG8003', severity: 'error' }] })
  })
})

test('nothing of the source can steer the terminal', () => {
  const file = put('escape.yaml', 'network:\n  bridges:\n    br0: {alias: "\u001b[2J"}\n')
  expect(netglot(['check', file], { env: { TERM: 'xterm' } }).stderr).not.toContain('\u001b')
})
