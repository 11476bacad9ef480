import { appendFileSync, chmodSync, chownSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyPatch, parsePatch } from 'diff'
import { describe, expect, test } from 'vitest'
import { netglot, wifi, workplace } from './program.ts'
import { treeOf } from './write-below.ts'

const { folder, put } = workplace()
const one = put('one.yaml', 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n')
const two = put('two.yaml', 'network:\n  ethernets:\n    eno1: {dhcp6: true}\n    eno2: {dhcp6: true}\n')
put('wifi.yaml', wifi)
put('other-wifi.yaml', wifi.replace('hunter2hunter2', 'correct-horse'))
const eno1 = 'etc/systemd/network/05-netglot-eno1.network'

const run = (command: string, root: string, host: string, ...args: string[]) =>
  netglot([command, host, '-t', 'networkd', '--root', root, ...args], { cwd: folder })
const diff = (root: string, host: string, ...args: string[]) => run('diff', root, host, ...args)

test('what is the same ends with 0 and prints nothing', () => {
  run('render', 'same', one)
  expect(diff('same', one)).toEqual({ status: 0, stdout: '', stderr: '' })
})

test('what would change, come and go is a unified diff, ends with 1, and nothing is written', () => {
  run('render', 'differs', two)
  const before = treeOf(join(folder, 'differs'))
  const { status, stdout } = diff('differs', one)
  expect(status).toBe(1)
  expect(stdout).toContain(
    `--- differs/${eno1}\n+++ differs/${eno1}\n@@ -4,9 +4,13 @@\n Name=eno1\n \n [Network]\n-DHCP=ipv6\n+DHCP=ipv4\n`,
  )
  expect(stdout).toContain('05-netglot-eno2.network: the description has no such file any more: --prune removes it\n')
  expect(stdout).toMatch(/\+\+\+ \/dev\/null\n@@ -1,\d+ \+0,0 @@\n-# Made by netglot/)
  expect(treeOf(join(folder, 'differs'))).toEqual(before)
  run('render', 'differs', one, '--prune')
  const created = diff('differs', two).stdout
  expect(created).toMatch(/--- \/dev\/null\n\+\+\+ \S+eno2.network\n@@ -0,0 \+1,\d+ @@\n\+# Made by netglot/)
})

test('its patch makes of what is there what render writes', () => {
  run('render', 'patched', one)
  const patches = parsePatch(diff('patched', two).stdout)
  const patched = patches.map(patch => {
    const file = join(folder, patch.newFileName ?? '')
    return [file, applyPatch(existsSync(file) ? readFileSync(file, 'utf8') : '', patch)] as const
  })
  run('render', 'patched', two)
  expect(patched).toHaveLength(2)
  for (const [file, text] of patched) expect(text).toBe(readFileSync(file, 'utf8'))
})

describe('what somebody changed', () => {
  test('is told', () => {
    run('render', 'edited', one)
    appendFileSync(join(folder, 'edited', eno1), '# mine\n')
    chmodSync(join(folder, 'edited', eno1), 0o666)
    chownSync(join(folder, 'edited', eno1), 7, 8)
    const { status, stdout, stderr } = diff('edited', one)
    expect(status).toBe(1)
    for (const note of ['it was changed since netglot wrote it', 'mode 0666 -> 0644', 'owner 7:8 -> 0:0'])
      expect(stdout).toContain(`# edited/${eno1}: ${note}\n`)
    expect(stdout).toContain('-# mine\n')
    expect(stderr).toContain('error[NG8102]')
  })

  test('is told in JSON', () => {
    const { differs, targets } = JSON.parse(diff('edited', one, '--format', 'json').stdout) as { differs: boolean; targets: unknown[] }
    expect(differs).toBe(true)
    const file = { file: `edited/${eno1}`, change: 'change', touch: 'edited', mode: ['0666', '0644'], owner: ['7:8', '0:0'], link: null }
    expect(targets).toMatchObject([{ target: 'networkd', version: '252', root: 'edited', files: [file] }])
  })
})

describe('secrets', () => {
  const file = 'etc/wpa_supplicant/wpa_supplicant-wlan0.conf'
  const shows = (root: string, host: string): string => {
    const ran = [diff(root, host), diff(root, host, '--format', 'json')]
    expect(ran.map(({ status }) => status)).toEqual([1, 1])
    return ran.map(({ stdout, stderr }) => stdout + stderr).join('')
  }

  test('are hidden, those that are there and those that come', () => {
    run('render', 'wifi', 'wifi.yaml')
    const text = shows('wifi', 'other-wifi.yaml')
    expect(text).toContain('-\tpsk=••••••\n+\tpsk=••••••\n')
    expect(text).not.toMatch(/hunter2|correct-horse/)
  })

  test('are hidden where they come or go with their file, and in what somebody wrote', () => {
    mkdirSync(join(folder, 'new'))
    expect(shows('new', 'wifi.yaml').match(/hunter2/)).toBeNull()
    run('render', 'gone', 'wifi.yaml')
    expect(shows('gone', one)).not.toContain('hunter2')
    run('render', 'mine', 'wifi.yaml')
    appendFileSync(join(folder, 'mine', file), 'sae_word hunter2\n#psk="hunter2"\nwep_key0=hunter2\nhunter2\n\tieee80211w=2\n')
    const text = shows('mine', 'wifi.yaml')
    expect(text).not.toContain('hunter2')
    expect(text).toContain('-\tieee80211w=2\n')
  })
})

test('trouble ends with 2', () => {
  put('broken.yaml', 'network: {bogus: 1}\n')
  put('loss.yaml', 'network:\n  taps:\n    tap0: {owner: qemu}\n')
  expect(diff('same', 'broken.yaml').status).toBe(2)
  expect(diff('nowhere', one).status).toBe(2)
  expect(diff('same', 'absent.yaml').status).toBe(2)
  expect(netglot(['diff', 'loss.yaml', '-t', 'suse', '--root', 'same'], { cwd: folder }).status).toBe(2)
  expect(netglot(['diff', one, '-t', 'suse,networkd'], { cwd: folder }).stderr).toContain('this machine has one system')
})
