import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tar } from '../../../src/formats/tar.ts'
import { runProgram } from '../run-program.ts'
import { answerOf, answers } from './answers.ts'
import { seenBelow, wanted, workFolder } from './seen.ts'

const folder = workFolder()
const options = { accounts: { users: {}, groups: { 'systemd-network': 998 } }, epoch: 0 }

const programs = { 'GNU tar': ['tar'], bsdtar: ['bsdtar'], BusyBox: ['busybox', 'tar'] } as const

describe.each(Object.entries(programs))('%s unpacks', (_, [program, ...args]) => {
  test.each(answers)('$name', async ({ answer }) => {
    const work = folder()
    writeFileSync(join(work, 'archive.tar'), tar.print(answer, options))
    const into = folder()
    const ran = await runProgram(program, [...args, '-xpf', join(work, 'archive.tar'), '-C', into])
    expect(ran).toEqual({ status: 0, lines: [] })
    expect(seenBelow(into)).toEqual(wanted(answer))
  })
})

test('owners are there by name and by number, and the time is the one given', async () => {
  const file = join(folder(), 'archive.tar')
  const answer = answerOf('wireguard/two-peers', 'networkd')
  const list = async (time: number, ...args: readonly string[]): Promise<readonly string[]> => {
    writeFileSync(file, tar.print(answer, { ...options, epoch: time }))
    const { lines } = await runProgram('tar', ['--utc', '--full-time', ...args, '-tvf', file])
    return lines.filter(line => line.endsWith('.netdev')).map(line => line.replaceAll(/ +/g, ' '))
  }
  const [size] = answer.files.filter(({ path }) => path.endsWith('.netdev')).map(({ content }) => Buffer.byteLength(content))
  const name = 'etc/systemd/network/05-netglot-wg0.netdev'
  expect(await list(0)).toEqual([`-rw-r----- root/systemd-network ${size} 1970-01-01 00:00:00 ${name}`])
  expect(await list(1_700_000_000, '--numeric-owner')).toEqual([`-rw-r----- 0/998 ${size} 2023-11-14 22:13:20 ${name}`])
  // Beyond 2106, and beyond what eleven octal digits hold.
  expect(await list(99_999_999_999)).toEqual([`-rw-r----- root/systemd-network ${size} 5138-11-16 09:46:39 ${name}`])
})
