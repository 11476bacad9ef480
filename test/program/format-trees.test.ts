import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { debian13 } from '../consumers/debian-13.ts'
import { filesBelow, root } from '../fixtures.ts'
import { bridge, netglot, wifi, workplace } from './program.ts'
import { countCalls, inject } from './strace.ts'
import { treeOf } from './write-below.ts'

const { folder, put } = workplace()
const host = put('host.yaml', bridge)
const radio = put('radio.yaml', wifi)

const modeOf = (file: string): string => (statSync(file).mode & 0o777).toString(8)

const python = (program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): string => {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', program, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

describe('mkosi', () => {
  const tree = join(folder, 'mkosi')

  test('has what mkosi itself takes up: its summary names the tree, the script and the packages', async () => {
    expect(netglot(['render', radio, '-t', 'networkd@debian-13', '--format', 'mkosi', '-o', tree]).status).toBe(0)
    put('mkosi/mkosi.conf', '[Distribution]\nDistribution=debian\nRelease=trixie\n[Content]\nPackages=systemd\n')
    const modules = join(await debian13('--alone', 'mkosi'), 'usr/lib/python3/dist-packages')
    const said = python(
      'import runpy, sys; sys.argv[0] = "mkosi"; runpy.run_module("mkosi", run_name="__main__")',
      ['--directory', tree, '--json', 'summary'],
      {
        PYTHONPATH: modules,
      },
    )
    const { Images } = JSON.parse(said) as {
      Images: { ExtraTrees: { Source: string }[]; Packages: string[]; PostInstallationScripts: string[] }[]
    }
    expect(Images.at(-1)).toMatchObject({
      ExtraTrees: [{ Source: join(tree, 'mkosi.extra') }],
      Packages: expect.arrayContaining(['systemd', 'wpasupplicant']),
      PostInstallationScripts: [join(tree, 'mkosi.postinst.d/50-netglot.chroot')],
    })
  })

  test('has modes that outlive git, and services by a preset', () => {
    const script = readFileSync(join(tree, 'mkosi.postinst.d/50-netglot.chroot'), 'utf8')
    expect(modeOf(join(tree, 'mkosi.postinst.d/50-netglot.chroot'))).toBe('755')
    expect(modeOf(join(tree, 'mkosi.extra/etc/wpa_supplicant/wpa_supplicant-wlan0.conf'))).toBe('600')
    expect(script).toContain(
      'chown root:root /etc/wpa_supplicant/wpa_supplicant-wlan0.conf && chmod 0600 /etc/wpa_supplicant/wpa_supplicant-wlan0.conf\n',
    )
    expect(script).toContain('rm -f /etc/network/interfaces\n')
    expect(readFileSync(join(tree, 'mkosi.extra/etc/systemd/system-preset/05-netglot.preset'), 'utf8')).toMatch(
      /^# Made by netglot .*\nenable systemd-networkd.service\n/,
    )
  })

  test('loses the list of packages when nothing needs one, and keeps what others made', () => {
    const sole = put('sole.yaml', 'network:\n  ethernets:\n    eno1: {addresses: [10.0.0.1/24]}\n')
    rmSync(join(tree, 'mkosi.extra'), { recursive: true })
    expect(netglot(['render', sole, '-t', 'ifupdown', '--format', 'mkosi', '-o', tree]).stderr).not.toContain('error')
    expect(existsSync(join(tree, 'mkosi.conf.d/50-netglot.conf'))).toBe(false)
    expect(existsSync(join(tree, 'mkosi.conf'))).toBe(true)
  })
})

describe('kiwi', () => {
  const tree = join(folder, 'kiwi')
  /** As the page of the formats has it. */
  const [, include = ''] = /^```xml\n(.*?)\n```/ms.exec(readFileSync(join(root, 'docs/formats.md'), 'utf8')) ?? []
  const description = `<?xml version="1.0" encoding="utf-8"?>
<image schemaversion="7.4" name="vm">
  <description type="system"><author>me</author><contact>me@example.com</contact><specification>A VM</specification></description>
  <preferences><version>1.0.0</version><packagemanager>zypper</packagemanager><type image="oem" filesystem="ext4"/></preferences>
  <repository><source path="obs://openSUSE:Tumbleweed/standard"/></repository>
  <packages type="bootstrap"><package name="filesystem"/></packages>
  <packages type="image"><package name="patterns-base-base"/></packages>
  ${include}
</image>
`
  test("has a list of packages that kiwi's description can include", () => {
    expect(netglot(['render', radio, '-t', 'suse', '--format', 'kiwi', '-o', tree]).status).toBe(0)
    const file = put('kiwi/config.xml', description)
    const program = `import sys
from kiwi.xml_description import XMLDescription
from kiwi.xml_state import XMLState
print(*XMLState(XMLDescription(sys.argv[1]).load()).get_system_packages())`
    expect(python(program, [file]).trim().split('\n').at(-1)?.split(' ')).toEqual(expect.arrayContaining(['patterns-base-base', 'wicked']))
  })

  test('has a script for the image that a shell can read', () => {
    const script = join(tree, 'config.sh')
    expect(modeOf(script)).toBe('755')
    expect(spawnSync('sh', ['-n', script]).status).toBe(0)
    expect(readFileSync(script, 'utf8')).toMatch(/chmod 0600 [^\n]*ifcfg-wlan0\n(?:.*\n)*systemctl enable wicked.service\n/)
    expect(filesBelow(join(tree, 'root'))).toContain('etc/sysconfig/network/ifcfg-wlan0')
  })

  test('is not written over a config.sh of others, unless it is moved aside', () => {
    put('taken/config.sh', '#!/bin/bash\necho mine\n')
    const args = ['render', host, '-t', 'suse', '--format', 'kiwi', '-o', join(folder, 'taken')]
    const refused = netglot(args)
    expect(refused.stderr).toContain('config.sh is in the way: netglot would write there, and did not make what is there')
    expect({ status: refused.status, files: filesBelow(join(folder, 'taken')) }).toEqual({ status: 1, files: ['config.sh'] })
    expect(netglot([...args, '--force']).status).toBe(0)
    expect(readFileSync(join(folder, 'taken/config.sh.netglot-backup'), 'utf8')).toContain('echo mine')
  })
})

test.each([
  ['kiwi', 'suse'],
  ['mkosi', 'networkd'],
])('a tree of %s is as it was when its last file can not be written', (format, target) => {
  const tree = join(folder, `${format}-full`)
  const args = (description: string) => ['render', description, '-t', target, '--format', format, '-o', tree]
  expect(netglot(args(host)).status).toBe(0)
  const before = treeOf(tree)
  const renames = countCalls(args(radio).with(-1, join(folder, `${format}-new`)), join(folder, 'calls')).get('rename') ?? 0
  expect(renames).toBeGreaterThan(3)
  const failed = [1, 2, 3].map(last => inject([...args(radio), '--prune'], 'rename', `error=ENOSPC:when=${renames + 1 - last}`))
  expect(failed.map(({ status, stderr }) => [status, stderr.includes('there is no space left')])).toEqual(failed.map(() => [3, true]))
  expect(treeOf(tree)).toEqual(before)
  expect(netglot([...args(radio), '--prune']).status).toBe(0)
})

test('several targets go to a tree each', () => {
  expect(netglot(['render', host, '-t', 'suse,netplan', '--format', 'kiwi', '-o', join(folder, 'both')]).status).toBe(0)
  expect(filesBelow(join(folder, 'both')).filter(file => file.endsWith('config.sh'))).toEqual(['netplan/config.sh', 'suse/config.sh'])
})
