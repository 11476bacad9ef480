import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { judgeIfupdown } from './ifupdown.ts'
import { judgeIfupdownNg } from './ifupdown-ng.ts'
import { judgeIfupdown2 } from './ifupdown2.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'netglot-interfaces-'))
})
afterEach(() => rm(root, { recursive: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

const stanza = (...lines: readonly string[]): string =>
  ['auto br0', 'iface br0 inet manual', ...lines.map(line => `    ${line}`), ''].join('\n')

describe('classic ifupdown complains of', () => {
  test.each([
    ['an option that nothing reads', stanza('bridge-prts eno1'), 'line 3: nothing reads bridge-prts of iface br0 inet manual'],
    ['an option of another method', stanza('accept_ra 0'), 'line 3: nothing reads accept_ra of iface br0 inet manual'],
    ['an option without a value', stanza('mtu'), 'ifquery: /etc/network/interfaces:3: option with empty value'],
    ['an interface that is not there', 'auto eno9\n', 'ifquery: unknown interface eno9'],
    ['a missing address', 'iface br0 inet static\n', 'ifup: missing required variable: address'],
    [
      'a quote without its end',
      stanza("up ip link set dev $IFACE alias 'it's'"),
      'line 3: dash: 1: Syntax error: Unterminated quoted string',
    ],
  ])('%s', async (_what, text, complaint) => {
    await write('etc/network/interfaces', text)
    expect(await judgeIfupdown(root)).toContain(complaint)
  })
})

describe('ifupdown2 complains of', () => {
  test.each([
    ['an option that nothing reads', stanza('bridge-prts eno1'), 'line3: iface br0: unsupported keyword (bridge-prts)'],
    ['a value out of range', stanza('bridge-stp maybe'), 'br0: bridge-stp: invalid value "maybe"'],
    ['a wrong address', stanza('address 192.0.2.300/24'), 'br0: address: invalid value "192.0.2.300/24"'],
    ['a method it lacks', 'iface br0 inet6 auto\n', "unsupported address method 'auto'"],
    ['a backslash, which it makes a blank', stanza('alias a\\b'), 'line 3: alias of br0 was read as "a b"'],
  ])('%s', async (_what, text, complaint) => {
    await write('etc/network/interfaces', text)
    expect((await judgeIfupdown2(root)).join('\n')).toContain(complaint)
  })
})

describe('ifupdown-ng complains of', () => {
  const hash = 'iface br0: up echo a # b was not understood'
  test.each([
    ['an option that nothing reads', stanza('bridge-prts eno1'), 'line 3: nothing reads bridge-prts of iface br0'],
    ['an executor that the file does not mean', stanza('bridge-ports none'), 'iface br0: runs the executor bridge'],
    ['a hash, which ends the line', stanza('up echo a # b'), hash],
    ['an address that is none', stanza('address 192.0.2.300/24'), 'iface br0: 0 lines of 1 were understood'],
    [
      'a port that comes too late',
      `${stanza('pre-up ip link set dev eno1 master $IFACE')}auto eno1\niface eno1\n`,
      'eno1 is brought up after br0',
    ],
    ['a folder without files, at which it gives up', `source /etc/network/none.d/*\n${stanza('mtu 1400')}`, 'could not parse'],
  ])('%s', async (_what, text, complaint) => {
    await write('etc/network/interfaces', text)
    expect((await judgeIfupdownNg(root)).join('\n')).toContain(complaint)
  })

  test('a word that dhcpcd does not know', async () => {
    await write('etc/network/interfaces', stanza('mtu 1400'))
    await write('etc/dhcpcd-netglot-br0.conf', 'noipv4l\n')
    expect(await judgeIfupdownNg(root)).toEqual(['dhcpcd-netglot-br0.conf: unknown option: noipv4l'])
  })
})

test('dhclient complains of a configuration that it can’t read', async () => {
  await write('etc/dhcp/netglot-br0.conf', 'include "/etc/dhcp/dhclient.conf";\nsend host-nam "web";\n')
  expect((await judgeIfupdown(root)).join('\n')).toContain('line 2: no option named host-nam in space dhcp')
})

describe('dhclient’s hooks', () => {
  test.each([
    ['netglot-br0', 'IF_METRIC=5\n', 'netglot-br0 acts on another interface: 0 5 192.0.2.1'],
    ['netglot-br0', 'if x\n', 'Syntax error'],
    ['netglot-br0.5', 'true\n', 'run-parts skips netglot-br0.5'],
  ])('%s: %j', async (name, text, complaint) => {
    await write(join('etc/dhcp/dhclient-enter-hooks.d', name), text)
    expect((await judgeIfupdown(root)).join('\n')).toContain(complaint)
  })
})
