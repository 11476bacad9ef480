import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { judgeSuse } from './suse.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'netglot-suse-'))
})
afterEach(() => rm(root, { recursive: true }))

/** Writes files below /etc/sysconfig/network and says what the checker says about them. */
async function judge(files: Readonly<Record<string, string>>, mode = 0o644): Promise<readonly string[]> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, 'etc/sysconfig/network', name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, text)
    await chmod(path, mode)
  }
  return judgeSuse(root)
}

const port = "STARTMODE='auto'\nBOOTPROTO='none'\n"

test('a bridge over a NIC is read without a word', async () => {
  const bridge = "STARTMODE='auto'\nBOOTPROTO='dhcp4'\nBRIDGE='yes'\nBRIDGE_PORTS='eno1'\nBRIDGE_STP='off'\nBRIDGE_FORWARDDELAY='0'\n"
  expect(await judge({ 'ifcfg-eno1': port, 'ifcfg-br0': bridge })).toEqual([])
})

describe('a file of one interface', () => {
  const cases: readonly (readonly [text: string, complaint: string])[] = [
    ["BRIDGE_VLAN_AWARE='yes'\n", 'unknown variable BRIDGE_VLAN_AWARE is ignored'],
    ['STARTMODE=auto', 'STARTMODE is dropped, since it is not quoted and no newline follows'],
    ["STARTMODE='auto\n", 'unterminated quote, STARTMODE is dropped'],
    ["export MTU='1500'\n", "line is passed over: export MTU='1500'"],
    ["IPADDR-1='10.0.0.1/24'\n", "line is passed over: IPADDR-1='10.0.0.1/24'"],
    ['MTU=1500 # jumbo\n', "'# jumbo' after the value of MTU is ignored"],
    [`LABEL='${'x'.repeat(520)}'\n`, 'line longer than 510 bytes is cut'],
    ["MTU='1500'\nMTU='9000'\n", 'MTU is set twice, the last one counts'],
    ["MTU=''\n", 'MTU is empty, as good as not set'],
    ["MTU='abc'\n", "wrong value, MTU='abc'"],
    ["STARTMODE='on boot'\n", "wrong value, STARTMODE='on boot'"],
    ["BOOTPROTO='DHCP'\n", "wrong value, BOOTPROTO='DHCP'"],
    ["BOOTPROTO='dhcp4+static'\n", "wrong value, BOOTPROTO='dhcp4+static'"],
    ["LLADDR='52-54-00-aa-00-01'\n", "wrong value, LLADDR='52-54-00-aa-00-01'"],
    ["BRIDGE='1'\n", "wrong value, BRIDGE='1'"],
    ["BRIDGE='yes'\nBRIDGE_STP='true'\n", "wrong value, BRIDGE_STP='true'"],
    ["BRIDGE='yes'\nBRIDGE_STP='on'\nBRIDGE_FORWARDDELAY='0'\n", "wrong value, BRIDGE_FORWARDDELAY='0'"],
    ["BRIDGE='yes'\nBRIDGE_PORTS='x,y'\n", "wrong value, BRIDGE_PORTS='x,y'"],
    ["BRIDGE_PRIORITY='1'\n", "BRIDGE_PRIORITY is ignored without BRIDGE='yes'"],
    ["IPADDR='10.0.0.1'\n", "wrong value, IPADDR='10.0.0.1'"],
    ["IPADDR='10.0.0.1/24'\nLABEL_1='dev0:a'\n", 'LABEL_1 is ignored without an IPADDR_1 of its family'],
    ["IPADDR='10.0.0.1/24'\nLABEL='web'\n", 'label web becomes dev0:web'],
    ["IPADDR='10.0.0.1/24'\nIP_OPTIONS='preferred_lft 0'\n", 'IP_OPTIONS is ignored without an IPADDR of its family'],
    ["BOOTPROTO='none'\nIPADDR='10.0.0.1/24'\n", "IPADDR is ignored without a word, since dev0 has BOOTPROTO='none'"],
    ["TUNNEL='TAP'\n", "wrong value, TUNNEL='TAP'"],
    ["TUNNEL='tap'\nTUNNEL_SET_OWNER='1000'\n", 'TUNNEL_SET_GROUP is missing, so it becomes 0, not anybody'],
    ["TUNNEL='tap'\nTUNNEL_SET_OWNER='qemu'\nTUNNEL_SET_GROUP='1'\n", "wrong value, TUNNEL_SET_OWNER='qemu'"],
    ["POST_UP_SCRIPT='/etc/up.sh'\n", 'hook /etc/up.sh: unable to qualify, wicked drops it'],
    ["POST_UP_SCRIPT='compat:suse:up.sh'\n", 'hook compat:suse:up.sh is missing, which wicked passes over'],
    ["WIRELESS_ESSID='a'\nWIRELESS_KEY_MGMT='SAE'\n", 'no WIRELESS_WPA_PSK value specified'],
    ["WIRELESS_ESSID='a'\nWIRELESS_WPA_PSK='short'\n", "wrong value, WIRELESS_WPA_PSK='…'"],
    ["WIRELESS_ESSID='a'\nWIRELESS_WPA_PSK='long enough'\n", 'holds a passphrase that others may read'],
    ["WIRELESS_ESSID='a'\nWIRELESS_ESSID_1='a'\n", 'double configuration of the same ESSID=a'],
    ["WIRELESS_4ADDR='yes'\n", 'unknown variable WIRELESS_4ADDR is ignored'],
  ]
  test.each(cases)('%j', async (text, complaint) => {
    const said = await judge({ 'ifcfg-dev0': text })
    expect(said.map(line => line.replace(/^ifcfg-dev0: (?:\d+: )?/, ''))).toContain(complaint)
  })
})

describe('files beside each other', () => {
  test('a name wicked refuses', async () => {
    expect(await judge({ 'ifcfg-_br0': port })).toEqual(['ifcfg-_br0: Rejecting suspect interface name'])
    expect(await judge({ 'ifcfg-eth0.old': port })).toContain('ifcfg-eth0.old: taken for a copy and not read')
  })
  test('a port in two bridges, and one without a file', async () => {
    const bridge = (ports: string): string => `BRIDGE='yes'\nBRIDGE_PORTS='${ports}'\n`
    const said = await judge({ 'ifcfg-eno1': port, 'ifcfg-br0': bridge('eno1'), 'ifcfg-br1': bridge('eno1 tap0') })
    expect(said).toContain('ifcfg-br0: port eno1 is in two bridges, wicked drops it from both')
    expect(said).toContain('ifcfg-br1: port tap0 has no ifcfg-tap0, so a virtual one is never made')
  })
  test('an address on a port', async () => {
    const said = await judge({
      'ifcfg-eno1': "BOOTPROTO='static'\nIPADDR='10.0.0.1/24'\n",
      'ifcfg-br0': "BRIDGE='yes'\nBRIDGE_PORTS='eno1'\n",
    })
    expect(said).toContain('ifcfg-eno1: IPADDR is ignored without a word, since eno1 is a port of br0')
  })
  test('per-port lists that are too short', async () => {
    const said = await judge({ 'ifcfg-a': port, 'ifcfg-b': port, 'ifcfg-br0': "BRIDGE='yes'\nBRIDGE_PORTS='a b'\nBRIDGE_PATHCOSTS='4'\n" })
    expect(said).toEqual(['ifcfg-br0: BRIDGE_PATHCOSTS has not one entry for each port'])
  })
  test('a bridge of TAPs whose address waits for a guest', async () => {
    const tap = `${port}TUNNEL='tap'\nTUNNEL_SET_OWNER='0'\nTUNNEL_SET_GROUP='0'\n`
    const said = await judge({ 'ifcfg-tap0': tap, 'ifcfg-br0': "BRIDGE='yes'\nBRIDGE_PORTS='tap0'\nIPADDR='10.0.0.1/24'\n" })
    expect(said).toEqual(["ifcfg-br0: the addresses wait for a carrier that no TAP has: LINK_REQUIRED='no'"])
  })
  test('a hook script that may not be executed, or is no shell script', async () => {
    const files = { 'ifcfg-br0': "POST_UP_SCRIPT='compat:suse:up'\n", 'scripts/up': '#!/bin/sh\ncase x in\n' }
    expect(await judge(files)).toEqual(['ifcfg-br0: hook compat:suse:up may not be executed, so wicked passes over it'])
    expect((await judge(files, 0o755)).join()).toContain('yntax error')
  })
})

describe('routes and rules', () => {
  const cases: readonly (readonly [route: string, complaint: string])[] = [
    ['default 10.0.0.1 - - -', 'Cannot parse route options "-"'],
    ['default 10.0.0.1 - - onlink', 'Cannot parse route options "onlink"'],
    ['default 10.0.0.1 - eth9', 'Ignoring foreign interface name "eth9"'],
    ['default - -', 'unable to find out address family'],
    ['10.0.0.0/33 - - -', 'Cannot parse route destination "10.0.0.0/33"'],
    ['10.0.0.1/8 10.0.0.1 - -', 'the kernel refuses a destination with host bits: 10.0.0.1/8'],
    ['10.0.0.0/8 fe80::1 - -', 'gateway of the other family, dropped without a word'],
    ['10.0.0.0/8 - - - table 0', 'Cannot parse route options "table 0"'],
    ['10.0.0.0/8 10.0.0.1 - - type blackhole', 'a blackhole and its kind have no gateway'],
    ['10.0.0.0/8 10.0.0.1 - -\n10.0.0.0/8 10.0.0.2 - -', 'the same destination, metric and table again is dropped without a word'],
  ]
  test.each(cases)('%j', async (text, complaint) => {
    const said = await judge({ 'ifcfg-dev0': "IPADDR='10.0.0.9/24'\n", 'ifroute-dev0': `${text}\n` })
    expect(said.map(line => line.replace(/^ifroute-dev0: \d+: /, ''))).toEqual([complaint])
  })
  test('routes without an interface', async () => {
    expect(await judge({ 'ifroute-dev0': 'default 10.0.0.1\n' })).toEqual(['ifroute-dev0: not read without ifcfg-dev0'])
  })
  test.each([
    ['from all table 100', 'the family has to come first'],
    ['ipv4 from 10.0.0.0/8 fwmark 7 table 100', 'Unknown routing rule option "fwmark 7 table 100"'],
    ['ipv4 from fe80::/64 table 100', 'Unknown routing rule option "from fe80::/64 table 100"'],
    ['ipv4 from 10.0.0.0/8 tos 16 table 100', 'Unknown routing rule option "tos 16 table 100"'],
  ])('%j', async (text, complaint) => {
    const said = await judge({ 'ifcfg-dev0': "IPADDR='10.0.0.9/24'\n", 'ifrule-dev0': `${text}\n` })
    expect(said).toEqual([`ifrule-dev0: 1: ${complaint}`])
  })
})
