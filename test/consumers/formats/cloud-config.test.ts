import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { cloudConfig } from '../../../src/formats/cloud-config.ts'
import type { TargetAnswer } from '../../../src/index.ts'
import { runProgram, runScript } from '../run-program.ts'
import { answerOf, answers } from './answers.ts'
import { seenBelow, wanted, workFolder } from './seen.ts'

const folder = workFolder()

const print = (answer: TargetAnswer): string => String(cloudConfig.print(answer, { accounts: { users: {}, groups: {} }, epoch: 0 }))

const written = (answer: TargetAnswer): string => {
  const file = join(folder(), 'user-data')
  writeFileSync(file, print(answer))
  return file
}

const offSwitch = { '/etc/cloud/cloud.cfg.d/99-disable-network-config.cfg': '0644 network: {config: disabled}\n' }

describe('cloud-init', () => {
  test.each(answers)('finds nothing wrong: $name', async ({ answer }) => {
    const file = written(answer)
    const { status, lines } = await runProgram('cloud-init', ['schema', '--config-file', file])
    expect({ status, lines }).toEqual({ status: 0, lines: [`Valid cloud-config: ${file}`] })
  })

  test.each(answers)('writes the files, and what switches off its own: $name', async ({ answer }) => {
    const into = folder()
    const { status, lines } = await runScript('formats/cloud-init-write.sh', [written(answer), into])
    expect({ status, lines: lines.filter(line => /rror|Traceback/.test(line)) }).toEqual({ status: 0, lines: [] })
    expect(seenBelow(into)).toEqual({ ...wanted({ ...answer, links: [] }), ...offSwitch })
  })

  test('gives files to their owners, who may come with a package', async () => {
    const into = folder()
    await runScript('formats/cloud-init-write.sh', [written(answerOf('wireguard/two-peers', 'networkd')), into])
    expect(statSync(join(into, 'etc/systemd/network/05-netglot-wg0.netdev')).gid).toBe(4711)
  })

  test('complains of what it does not know', async () => {
    const file = join(folder(), 'user-data')
    writeFileSync(file, print(answerOf('origin/1-bridge-dhcp', 'debian-12')).replaceAll('permissions:', 'mode:'))
    const { status } = await runProgram('cloud-init', ['schema', '--config-file', file])
    expect(status).toBe(1)
  })
})

/** The commands that cloud-init would run, by which shell they are run: it makes a script of them (its cc_runcmd, util.shellify). */
const commandsOf = (answer: TargetAnswer): readonly (string | readonly string[])[] =>
  (parse(print(answer), { version: '1.1' }) as { runcmd: readonly (string | readonly string[])[] }).runcmd

test('commands enable services for the next boot, and start none', () => {
  const suse = commandsOf(answerOf('origin/1-bridge-dhcp', 'suse'))
  expect(suse).toEqual([
    ['systemctl', 'disable', 'NetworkManager.service'],
    ['systemctl', 'enable', 'wicked.service'],
  ])
  expect(commandsOf(answerOf('origin/1-bridge-dhcp', 'alpine-3.22'))).toContainEqual(['rc-update', 'add', 'networking', 'boot'])
  expect(commandsOf(answerOf('origin/4-rename', 'debian-12')).at(-1)).toEqual(['update-initramfs', '-u'])
})

test('commands move aside what cloud-init has written, and never over a backup', async () => {
  const root = folder()
  const [netplan] = commandsOf(answerOf('origin/1-bridge-dhcp', 'networkd'))
  if (typeof netplan !== 'string') throw new Error('the first command is no line of a shell')
  const command = netplan.replaceAll('/etc/netplan', root)
  const run = () => runProgram('sh', ['-c', command])
  expect(await run()).toEqual({ status: 0, lines: [] })
  writeFileSync(join(root, '50-cloud-init.yaml'), 'first')
  expect(await run()).toEqual({ status: 0, lines: [] })
  expect(seenBelow(root)).toEqual({ '/50-cloud-init.yaml.netglot-backup': '0644 first' })
  writeFileSync(join(root, '50-cloud-init.yaml'), 'second')
  expect((await run()).lines.join()).toContain('50-cloud-init.yaml.netglot-backup is there already')
  expect(seenBelow(root)).toEqual({ '/50-cloud-init.yaml': '0644 second', '/50-cloud-init.yaml.netglot-backup': '0644 first' })
})
