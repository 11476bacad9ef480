import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures.ts'
import type { Guest } from './guest.ts'
import type { Pair } from './pair.ts'
import { programsOf } from './programs.ts'
import { waitFor } from './wait.ts'

/** Makes the disk that a boot writes to: what lies over the guest's root file system is the rendered answer and the settings of the case. */
export function makeDisk(pair: Pair, guest: Guest, folder: string): string {
  const upper = join(folder, 'stage/root')
  mkdirSync(join(folder, 'stage/work'), { recursive: true })
  const own = join(upper, 'etc/netglot-boot')
  mkdirSync(own, { recursive: true })
  for (const file of ['passwd', 'group']) writeFileSync(join(upper, 'etc', file), accounts(file, pair, guest))
  // The far end has no name server, which a WireGuard peer by name would want.
  writeFileSync(join(upper, 'etc/hosts'), '127.0.0.1 localhost\n203.0.113.5 vpn.example.com\n')
  writeAnswer(pair, folder, upper)
  const put = (name: string, text: string): void => writeFileSync(join(own, name), text)
  put('settings', settings(pair))
  put('wait', lines(waitFor(pair.described)))
  put('enable', lines([...pair.stack.enabled, ...pair.answer.services.enable]))
  for (const [name, file] of Object.entries(programsOf(pair.case))) copyFileSync(file, join(own, name))
  const disk = join(folder, 'disk')
  // Without a journal what is synced is in its place, where debugfs finds it.
  execFileSync('mke2fs', ['-q', '-t', 'ext4', '-O', '^has_journal', '-d', join(folder, 'stage'), disk, '64M'], { stdio: 'pipe' })
  return disk
}

const lines = (list: readonly string[]): string => list.map(line => `${line}\n`).join('')

/** The guest's own accounts, and those that the description names. */
const accounts = (file: string, { fixture, stack }: Pair, guest: Guest): string => {
  const own = readFileSync(join(guest.folder, `${stack.layer ?? 'base'}.${file}`), 'utf8')
    .trimEnd()
    .split('\n')
  const path = join(fixture.folder, 'accounts/etc', file)
  const added = existsSync(path) ? readFileSync(path, 'utf8').trimEnd().split('\n') : []
  const nameOf = (line: string): string => line.split(':')[0] ?? ''
  return lines([...own, ...added.filter(line => !own.some(o => nameOf(o) === nameOf(line)))])
}

/** As a user does it: with the built program. */
function writeAnswer({ source, stack }: Pair, folder: string, upper: string): void {
  const inputs = source.map(({ name, text }) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  const program = join(root, 'dist/netglot.js')
  execFileSync(process.execPath, [program, 'render', ...inputs, '--target', stack.spelling, '--root', upper], { stdio: 'pipe' })
}

/** A file that the guest's shell reads. */
const settings = ({ case: { nics, accessPoint } }: Pair): string =>
  lines([
    `NICS='${Object.entries(nics)
      .map(card => card.join('='))
      .join(' ')}'`,
    ...(accessPoint === undefined ? [] : [`SSID='${accessPoint.ssid}'`, `PASSPHRASE='${accessPoint.passphrase}'`]),
  ])
