import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TargetAnswer } from '../../src/index.ts'
import { root } from '../fixtures.ts'
import type { Case } from './cases.ts'
import type { Guest } from './guest.ts'
import { copyGuestFiles } from './guest-files.ts'
import type { Pair, Rendered } from './pair.ts'
import { programsOf } from './programs.ts'
import { waitFor } from './wait.ts'

/** Makes the disk that a boot writes to: what lies over the guest's root file system is the rendered answer and the settings of the case. */
export function makeDisk(pair: Pair, guest: Guest, folder: string): string {
  const upper = join(folder, 'stage/root')
  mkdirSync(join(folder, 'stage/work'), { recursive: true })
  copyGuestFiles(upper)
  const own = join(upper, 'etc/netglot-boot')
  mkdirSync(own, { recursive: true })
  for (const file of ['passwd', 'group']) writeFileSync(join(upper, 'etc', file), accounts(file, pair, guest))
  // The far end has no name server, which a WireGuard peer by name would want.
  writeFileSync(join(upper, 'etc/hosts'), '127.0.0.1 localhost\n203.0.113.5 vpn.example.com\n')
  writeAnswer(pair, pair, upper, upper)
  const put = (name: string, text: string): void => writeFileSync(join(own, name), text)
  put('settings', settings(pair.case))
  put('wait', lines(waitFor(pair.described)))
  put('enable', lines([...pair.stack.enabled, ...pair.answer.services.enable]))
  putKeys(pair.case, upper)
  for (const [name, file] of Object.entries(programsOf(pair.case))) copyFileSync(file, join(own, name))
  if (pair.changed !== undefined) putChange(pair, pair.changed, join(own, 'reload'), upper)
  const disk = join(folder, 'disk')
  // Without a journal what is synced is in its place, where debugfs finds it.
  execFileSync('mke2fs', ['-q', '-t', 'ext4', '-O', '^has_journal', '-d', join(folder, 'stage'), disk, '64M'], { stdio: 'pipe' })
  return disk
}

/** As NG6009 has it: networkd reads a key as its own user, everything else as root. */
function putKeys({ keys = {} }: Case, upper: string): void {
  const folder = join(upper, 'etc/wireguard')
  const networkd = readFileSync(join(upper, 'etc/group'), 'utf8').match(/^systemd-network:[^:]*:([0-9]+):/m)?.[1]
  const own = (path: string, mode: number): void => {
    chmodSync(path, mode)
    chownSync(path, 0, Number(networkd ?? 0))
  }
  for (const [name, key] of Object.entries(keys)) {
    mkdirSync(folder, { recursive: true })
    own(folder, 0o750)
    writeFileSync(join(folder, name), `${key}\n`)
    own(join(folder, name), 0o640)
  }
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

/** As a user does it: with the built program. The accounts are those of the machine. */
function writeAnswer({ source }: Rendered, { stack }: Pair, machine: string, to: string): void {
  const folder = join(machine, '..', '..', `source-${source.length}-${to.length}`)
  mkdirSync(folder)
  const inputs = source.map(({ name, text }) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
  const program = join(root, 'dist/netglot.cjs')
  const options = ['--target', stack.spelling, '--root', to, '--accounts', machine]
  execFileSync(process.execPath, [program, 'render', ...inputs, ...options], { stdio: 'pipe' })
}

/** What dump.sh does with the second answer: the files, those that it has no longer, and its commands. */
function putChange(pair: Pair, changed: Rendered, folder: string, machine: string): void {
  mkdirSync(join(folder, 'root'), { recursive: true })
  writeAnswer(changed, pair, machine, join(folder, 'root'))
  const put = (name: string, list: readonly string[]): void => writeFileSync(join(folder, name), lines(list))
  const kept = pathsOf(changed.answer)
  put(
    'remove',
    pathsOf(pair.answer).filter(path => !kept.includes(path)),
  )
  put(
    'enable',
    changed.answer.services.enable.filter(unit => !pair.answer.services.enable.includes(unit)),
  )
  put(
    'commands',
    changed.answer.apply.filter(({ when }) => when === 'reload').map(({ argv }) => argv.map(quote).join(' ')),
  )
  put('wait', waitFor(changed.described))
}

const pathsOf = ({ files, links }: TargetAnswer): readonly string[] => [...files, ...links].map(({ path }) => path)

const quote = (word: string): string => `'${word.replaceAll("'", "'\\''")}'`

/** A file that the guest's shell reads. */
const settings = ({ nics, accessPoint, far }: Case): string => {
  const cable = (id: string): number => Object.keys(nics).indexOf(id) + 1
  const list = (words: readonly string[]): string => `'${words.join(' ')}'`
  return lines([
    `NICS=${list(Object.entries(nics).map(card => card.join('=')))}`,
    `FAR_BONDS=${list((far?.bonds ?? []).map(ids => ids.map(cable).join('+')))}`,
    `FAR_VLANS=${list(Object.entries(far?.vlans ?? {}).flatMap(([id, vlans]) => vlans.map(vlan => `${cable(id)}:${vlan}`)))}`,
    `FAR_ADDRESSES=${list(far?.addresses ?? [])}`,
    ...(accessPoint === undefined ? [] : [`SSID='${accessPoint.ssid}'`, `PASSPHRASE='${accessPoint.passphrase}'`]),
  ])
}
