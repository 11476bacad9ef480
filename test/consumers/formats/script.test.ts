import { execFileSync } from 'node:child_process'
import { chownSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { script } from '../../../src/formats/script.ts'
import type { TargetAnswer } from '../../../src/index.ts'
import { type Answer, runProgram } from '../run-program.ts'
import { allCharacters, answerOf, answers } from './answers.ts'
import { seenBelow, wanted, workFolder } from './seen.ts'

const folder = workFolder()
const shells = { dash: ['dash'], BusyBox: ['busybox', 'sh'], 'bash, as sh': ['bash', '--posix'] } as const

const put = (file: string, content: string): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** A root with units that can be enabled and an account. */
const emptyRoot = ({ services }: TargetAnswer): string => {
  const root = folder()
  for (const unit of services.enable)
    put(join(root, 'usr/lib/systemd/system', unit), '[Service]\nExecStart=true\n[Install]\nWantedBy=multi-user.target\n')
  put(join(root, 'usr/lib/systemd/system/multi-user.target'), '[Unit]\n')
  put(join(root, 'etc/group'), 'root:x:0:\nsystemd-network:x:4711:\n')
  return root
}

const run = (answer: TargetAnswer, root: string, [program, ...args]: readonly [string, ...string[]]): Promise<Answer> => {
  const file = join(folder(), 'network.sh')
  writeFileSync(file, String(script.print(answer, { accounts: { users: {}, groups: {} }, epoch: 0 })))
  return runProgram('env', [`DESTDIR=${root}`, program, ...args, file])
}

const own = (answer: TargetAnswer, root: string) =>
  Object.fromEntries(Object.entries(seenBelow(root)).filter(([path]) => Object.hasOwn(wanted(answer), path)))

const enabled = (root: string): readonly string[] =>
  Object.keys(seenBelow(root)).flatMap(path => /multi-user\.target\.wants\/(.*)$/.exec(path)?.[1] ?? [])

describe.each(Object.entries(shells))('%s puts into place', (_, shell) => {
  test.each([...answers, { name: 'every character', answer: allCharacters }])('$name', async ({ answer }) => {
    const root = emptyRoot(answer)
    const { status } = await run(answer, root, shell)
    expect(status).toBe(0)
    expect(own(answer, root)).toEqual(wanted(answer))
    expect(enabled(root).toSorted()).toEqual(answer.services.enable)
  })

  test('nothing new when it is run again', async () => {
    const answer = { ...answerOf('wireguard/two-peers', 'networkd'), links: [{ path: '/etc/netglot/a link', to: "../it's there" }] }
    const root = emptyRoot(answer)
    await run(answer, root, shell)
    const before = seenBelow(root)
    const { status, lines } = await run(answer, root, shell)
    expect({ status, lines }).toEqual({ status: 0, lines: [] })
    expect(seenBelow(root)).toEqual(before)
  })

  test('owners have the numbers of the root', async () => {
    const answer = answerOf('wireguard/two-peers', 'networkd')
    const root = emptyRoot(answer)
    await run(answer, root, shell)
    const { uid, gid } = statSync(join(root, 'etc/systemd/network/05-netglot-wg0.netdev'))
    expect({ uid, gid }).toEqual({ uid: 0, gid: 4711 })
  })

  test('what is in the way is moved aside, never over an older backup, and then nothing is touched', async () => {
    const answer = answerOf('origin/1-bridge-dhcp', 'debian-12')
    const root = emptyRoot(answer)
    put(join(root, 'etc/network/interfaces'), 'auto eno1\n')
    put(join(root, 'etc/network/interfaces.d/50-cloud-init'), 'iface eno1 inet dhcp\n')
    expect((await run(answer, root, shell)).status).toBe(0)
    expect(readFileSync(join(root, 'etc/network/interfaces'), 'utf8')).toContain('bridge-ports eno1')
    expect(readFileSync(join(root, 'etc/network/interfaces.netglot-backup'), 'utf8')).toBe('auto eno1\n')
    expect(readFileSync(join(root, 'etc/network/interfaces.d/.50-cloud-init.netglot-backup'), 'utf8')).toBe('iface eno1 inet dhcp\n')
    put(join(root, 'etc/network/interfaces'), 'auto eno2\n')
    put(join(root, 'etc/netplan/50-cloud-init.yaml'), 'network: {}\n')
    const before = seenBelow(root)
    const { status, lines } = await run(answer, root, shell)
    expect(status).toBe(1)
    expect(lines.join('\n')).toContain('/etc/network/interfaces.netglot-backup is there already: move it away first')
    expect(seenBelow(root)).toEqual(before)
  })

  test('OpenRC is left to the system itself', async () => {
    const answer = answerOf('origin/1-bridge-dhcp', 'alpine-3.22')
    const { status, lines } = await run(answer, emptyRoot(answer), shell)
    expect(status).toBe(0)
    expect(lines.filter(line => line.startsWith('still to be run'))).toEqual(
      expect.arrayContaining(['still to be run in the system: rc-update add networking boot']),
    )
  })
})

test('BusyBox has the programs too; Debian’s is made without install alone', async () => {
  const [answer, tools] = [answerOf('wireguard/two-peers', 'networkd'), folder()]
  for (const tool of ['cat', 'grep', 'head', 'id', 'ln', 'mkdir', 'mktemp', 'mv', 'readlink', 'rm', 'sed'])
    symlinkSync('/bin/busybox', join(tools, tool))
  for (const tool of ['install', 'systemctl']) symlinkSync(`/usr/bin/${tool}`, join(tools, tool))
  const root = emptyRoot(answer)
  put(join(root, 'etc/network/interfaces'), 'auto eno1\n')
  const { status, lines } = await run(answer, root, ['/usr/bin/env', `PATH=${tools}`, '/bin/busybox', 'sh'])
  expect({ status, lines: lines.filter(line => !line.startsWith('Created symlink')) }).toEqual({
    status: 0,
    lines: [`${root}/etc/network/interfaces was in the way: it is ${root}/etc/network/interfaces.netglot-backup now`],
  })
  expect(own(answer, root)).toEqual(wanted(answer))
})

test('the script runs as nobody too, and no part of it is left in /tmp', async () => {
  const answer = answerOf('wireguard/two-peers', 'networkd')
  const [root, temporary] = [emptyRoot(answer), folder()]
  execFileSync('chown', ['-R', 'nobody', root, temporary])
  const file = join(temporary, 'network.sh')
  writeFileSync(file, String(script.print(answer, { accounts: { users: {}, groups: {} }, epoch: 0 })))
  chownSync(dirname(root), 65534, 65534)
  const tmp = join(temporary, 'tmp')
  mkdirSync(tmp, { mode: 0o777 })
  execFileSync('chmod', ['0777', tmp])
  const ran = await runProgram('setpriv', ['--reuid=65534', '--clear-groups', 'env', `DESTDIR=${root}`, `TMPDIR=${tmp}`, 'sh', file])
  expect(ran.status).toBe(0)
  expect(own(answer, root)).toEqual(wanted(answer))
  expect(seenBelow(tmp)).toEqual({})
})
