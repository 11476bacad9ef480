import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesBelow, root } from '../fixtures.ts'
import { workplace } from './program.ts'
import { treeOf } from './write-below.ts'

const { folder, put } = workplace()
const nics = (...names: string[]): string => `network:\n  ethernets:\n${names.map(name => `    ${name}: {dhcp4: true}\n`).join('')}`
put('one.yaml', nics('eno1'))
put('three.yaml', nics('eno1', 'eno2', 'eno3').replace('dhcp4', 'dhcp6'))
put('key.yaml', 'network:\n  tunnels:\n    wg0: {mode: wireguard, key: 4GgaQCy68nzNsUE5aJ9fuLzHhB65tAlwbmA72MWnOm8=}\n')
mkdirSync(join(folder, 'root'))
// Somebody else than root may not read the repository.
for (const name of ['netglot.cjs', 'program.cjs', 'prettier.cjs']) copyFileSync(join(root, 'dist', name), join(folder, name))
chmodSync(folder, 0o755)

/** Runs a script in a mount namespace; `netglot HOST` writes below root/. */
const inside = (script: string) => {
  const netglot = `netglot() { ${process.execPath} netglot.cjs render $1.yaml -t networkd --root root; }`
  const { status, stdout, stderr } = spawnSync('unshare', ['--mount', '--propagation', 'private', 'sh', '-c', `${netglot}\n${script}`], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const listing = 'cd root && find . -printf "%p %m " -type f -exec sha256sum {} +'

test('a full disk, however far it gets, leaves all as it was and is named', () => {
  // A page is 4 KiB: the last size holds all, the others one page less each.
  const fill = (free: number): string =>
    `head -c ${free * 4096} /dev/zero >root/space; head -c 1M /dev/zero >root/full 2>/dev/null; rm root/space`
  const runs = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(free =>
    inside(`mount -t tmpfs -o size=128k tmpfs root && netglot one 2>/dev/null && ${fill(free)}
      before=$(${listing}); netglot three; status=$?
      [ "$before" = "$(${listing})" ] && echo same; exit $status`),
  )
  const full = runs.filter(({ status }) => status === 3)
  for (const { stdout, stderr } of full) {
    expect(stdout).toBe('same\n')
    expect(stderr).toMatch(/error\[NG8004\]: root\/(?:etc|var)\/\S+ can't be written: there is no space left\n/)
  }
  expect(full.length).toBeGreaterThan(2)
  expect(runs.at(-1)).toMatchObject({ status: 0, stdout: '' })
})

test('a read-only file system is named, and nothing is to be done where all is right', () => {
  const { status, stdout, stderr } = inside(
    'mount -t tmpfs tmpfs root && netglot one 2>/dev/null && mount -o remount,ro root && netglot one 2>/dev/null && echo right; netglot three',
  )
  expect({ status, stdout }).toEqual({ status: 3, stdout: 'right\n' })
  expect(stderr).toMatch(/error\[NG8004\]: root\/etc\/\S+ can't be written: the file system is read-only\n/)
  const made = inside(
    `mount -t tmpfs -o ro tmpfs root && ${process.execPath} netglot.cjs render one.yaml -t networkd --format script -o root/new/x.sh`,
  )
  expect(made).toMatchObject({ status: 3, stderr: expect.stringContaining("root/new/x.sh can't be written: the file system is read-only") })
  expect(inside('mount --bind -o ro root root && mount -o remount,bind,ro root && netglot one').status).toBe(3)
})

const nobody = (script: string) =>
  spawnSync('setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', 'sh', '-c', script], { cwd: folder, encoding: 'utf8' })
const render = (host: string, to: string): string => `${process.execPath} netglot.cjs render ${host}.yaml -t networkd --root ${to}`

test('where one may not write, the place is named', () => {
  mkdirSync(join(folder, 'forbidden/etc'), { recursive: true })
  const before = treeOf(join(folder, 'forbidden'))
  const { status, stderr } = nobody(render('one', 'forbidden'))
  expect(stderr).toMatch(/error\[NG8004\]: forbidden\/etc\/systemd\/\S+ can't be written: no permission\n/)
  expect(status).toBe(3)
  put('hosts/a.yaml', nics('eno1'))
  const archive = nobody(`${process.execPath} netglot.cjs render --fleet hosts -t networkd -o forbidden/all.tar`)
  expect(archive).toMatchObject({ status: 3, stderr: expect.stringContaining("forbidden/all.tar can't be written: no permission\n") })
  expect(treeOf(join(folder, 'forbidden'))).toEqual(before)
})

test('a description that would not stay its owner’s is neither mended nor formatted', () => {
  mkdirSync(join(folder, 'shared'))
  chmodSync(join(folder, 'shared'), 0o777)
  const text = 'network:\n    ethernets:\n        eno1: {dhcp_4: true}\n'
  put('shared/host.yaml', text)
  for (const command of ['check --fix -t networkd', 'fmt']) {
    put('shared/host.yaml', command === 'fmt' ? text.replace('dhcp_4', 'dhcp4') : text)
    const before = treeOf(join(folder, 'shared'))
    const { status, stderr } = nobody(`${process.execPath} netglot.cjs ${command} shared/host.yaml`)
    expect(stderr).toMatch(/error\[NG8004\]: \S+\/shared\/host\.yaml can't be written: no permission\n/)
    expect(status).toBe(3)
    expect(treeOf(join(folder, 'shared'))).toEqual(before)
  }
})

test('whoever is not root is told whose the files should be, and may write again', () => {
  mkdirSync(join(folder, 'theirs'))
  chmodSync(join(folder, 'theirs'), 0o777)
  const { status, stderr } = nobody(render('key', 'theirs'))
  expect(status).toBe(0)
  expect(stderr).toContain(
    'warning[NG8103]: only root can give files to root:systemd-network: /etc/systemd/network/05-netglot-wg0.netdev\n',
  )
  expect(filesBelow(join(folder, 'theirs'))).toContain('var/lib/netglot/networkd.json')
  expect(nobody(render('key', 'theirs')).stderr).toContain('as they should be, nothing was to be written')
})

test('an account that nobody tells is named with the file, and nothing is written', () => {
  const { status, stderr } = spawnSync('sh', ['-c', render('key', 'nameless')], { cwd: folder, encoding: 'utf8' })
  expect(stderr).toContain(
    'error[NG8120]: /etc/systemd/network/05-netglot-wg0.netdev has to belong to group systemd-network, and nothing tells the number of that group\n',
  )
  expect(stderr).toContain('give --group systemd-network=NUMBER, or')
  expect([status, existsSync(join(folder, 'nameless'))]).toEqual([3, false])
})

test('root gives files to the numbers of the accounts below the root', () => {
  put('accounts/etc/passwd', 'root:x:0:0::/root:/bin/sh\n')
  put('accounts/etc/group', 'root:x:0:\nsystemd-network:x:4711:\n')
  const { status } = spawnSync('sh', ['-c', render('key', 'accounts')], { cwd: folder })
  expect(status).toBe(0)
  expect(treeOf(join(folder, 'accounts'))['etc/systemd/network/05-netglot-wg0.netdev']).toMatch(/^640 0:4711\n/)
})
