import { appendFileSync, chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow } from '../fixtures.ts'
import { netglot, workplace } from './program.ts'
import { treeOf } from './write-below.ts'

const { folder, put } = workplace()
const one = put('one.yaml', 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n')
const two = put('two.yaml', 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n    eno2: {dhcp6: true}\n')
const eno1 = 'etc/systemd/network/05-netglot-eno1.network'
const eno2 = 'etc/systemd/network/05-netglot-eno2.network'

const write = (root: string, host: string, ...args: string[]) =>
  netglot(['render', host, '-t', 'networkd', '--root', root, ...args], { cwd: folder })
const at = (root: string, file: string): string => join(folder, root, file)

test('the manifest names what was written, and only root may read it', () => {
  write('noted', two)
  const file = at('noted', 'var/lib/netglot/networkd.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { files: { path: string; sha256: string }[] }
  expect(manifest).toMatchObject({ manifestVersion: 1, target: 'networkd', version: '252', distribution: null })
  expect(manifest.files.map(({ path }) => path)).toEqual([`/${eno1}`, `/${eno2}`])
  expect(manifest.files[0]).toMatchObject({ mode: '0644', owner: 'root', group: 'root', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(lstatSync(file).mode & 0o777).toBe(0o600)
})

test('JSON has the manifest for whoever writes the files by other means, as --root writes it', () => {
  write('by-root', two)
  const { targets } = JSON.parse(netglot(['render', two, '-t', 'networkd', '--format', 'json'], { cwd: folder }).stdout)
  expect(targets[0].manifest).toEqual({
    path: '/var/lib/netglot/networkd.json',
    content: readFileSync(at('by-root', 'var/lib/netglot/networkd.json'), 'utf8'),
  })
})

test('a second run writes nothing and says so', () => {
  write('again', two)
  const times = () =>
    filesBelow(at('again', '.')).map(file => [file, lstatSync(at('again', file)).ino, lstatSync(at('again', file)).ctimeMs])
  const before = times()
  const { status, stderr } = write('again', two)
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: 'networkd@252: all 2 files below again are as they should be, nothing was to be written\n\n',
  })
  expect(times()).toEqual(before)
})

test('--format json tells what was written', () => {
  const { targets } = JSON.parse(write('json', two, '--format', 'json').stdout) as { targets: { written: unknown }[] }
  const written = { root: 'json', created: [join('json', eno1), join('json', eno2)], changed: [], unchanged: [], removed: [], backups: [] }
  expect(targets[0]?.written).toEqual(written)
})

describe('what the description no longer has', () => {
  test('is removed by --prune and nothing else is', () => {
    write('prune', two)
    put('prune/etc/systemd/network/10-mine.network', '[Match]\nName=eno7\n')
    expect(write('prune', one).stderr).toContain(`error[NG8101]: prune/${eno2} is left over`)
    expect(write('prune', one, '--prune').status).toBe(0)
    expect(filesBelow(at('prune', 'etc'))).toEqual([eno1, 'etc/systemd/network/10-mine.network'].map(file => file.slice(4)))
  })

  test('stays when it was edited, and nothing is written, unless with --force', () => {
    write('kept', two)
    appendFileSync(at('kept', eno2), '# mine\n')
    const before = treeOf(at('kept', '.'))
    const { status, stderr } = write('kept', one, '--prune')
    expect(status).toBe(1)
    expect(stderr).toContain(`error[NG8101]: kept/${eno2} is left over`)
    expect(stderr).toContain('--prune keeps it')
    expect(treeOf(at('kept', '.'))).toEqual(before)
    expect(write('kept', one, '--prune', '--force').status).toBe(0)
    expect(readFileSync(at('kept', `${eno2}.netglot-backup`), 'utf8')).toMatch(/# mine\n$/)
  })

  test('of another target goes, with its manifest', () => {
    write('moved', two)
    expect(netglot(['render', two, '-t', 'ifupdown', '--root', 'moved', '--prune'], { cwd: folder }).status).toBe(0)
    expect(filesBelow(at('moved', '.'))).toEqual(['etc/network/interfaces', 'var/lib/netglot/ifupdown.json'])
  })
})

describe('what was edited', () => {
  test('is not overwritten; --force keeps a backup and says where', () => {
    write('edited', one)
    appendFileSync(at('edited', eno1), '# mine\n')
    const { status, stderr } = write('edited', one)
    expect(status).toBe(1)
    expect(stderr).toContain(`error[NG8102]: edited/${eno1} is not netglot's to overwrite: it was changed since netglot wrote it`)
    const forced = write('edited', one, '--force')
    expect(forced.status).toBe(0)
    expect(forced.stderr).toContain(`edited/${eno1} -> edited/${eno1}.netglot-backup`)
    expect(readFileSync(at('edited', `${eno1}.netglot-backup`), 'utf8')).toMatch(/# mine\n$/)
    expect(write('edited', one).status).toBe(0)
  })

  test('is not known without a manifest, and a broken one is refused', () => {
    write('unknown', one)
    appendFileSync(at('unknown', eno1), '# mine\n')
    const manifest = at('unknown', 'var/lib/netglot/networkd.json')
    rmSync(manifest)
    expect(write('unknown', one).stderr).toContain('no manifest tells whether it was changed since')
    writeFileSync(manifest, '{"files": [{"path": "/../../etc/passwd"}]}')
    const { status, stderr } = write('unknown', one, '--force', '--prune')
    expect(status).toBe(3)
    expect(stderr).toContain("networkd.json can't be written: it is no manifest of this version of netglot")
  })

  test('in its mode only is set right', () => {
    write('mode', one)
    chmodSync(at('mode', eno1), 0o600)
    expect(write('mode', one).stderr).toContain(`changed    mode/${eno1} (mode)`)
    expect(lstatSync(at('mode', eno1)).mode & 0o777).toBe(0o644)
  })
})

describe('render --check', () => {
  test('writes nothing and ends with 1 when something would be written', () => {
    const { status, stdout, stderr } = write('checked', one, '--check')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toContain('networkd@252, would be written:')
    expect(filesBelow(at('checked', '.'))).toEqual([])
    write('checked', one)
    expect(write('checked', one, '--check').status).toBe(0)
    appendFileSync(at('checked', eno1), '# mine\n')
    expect(write('checked', one, '--check').status).toBe(1)
  })
})

describe('symbolic links below the root', () => {
  test('are followed as the system there would, and not out of it', () => {
    mkdirSync(at('links', 'data/systemd'), { recursive: true })
    mkdirSync(at('links', 'etc'))
    symlinkSync('/data/systemd', at('links', 'etc/systemd'))
    expect(write('links', one).status).toBe(0)
    expect(filesBelow(at('links', 'data'))).toEqual(['systemd/network/05-netglot-eno1.network'])
    expect(write('links', one).stderr).toContain('the one file below links is as it should be')
  })

  test.each([['../../elsewhere'], ['/etc/systemd'], ['/nowhere']])('to %s are refused', to => {
    rmSync(at('out', '.'), { recursive: true, force: true })
    mkdirSync(at('out', 'etc'), { recursive: true })
    symlinkSync(to, at('out', 'etc/systemd'))
    const { status, stderr } = write('out', one, '--force')
    expect(status).toBe(3)
    expect(stderr).toContain("out/etc/systemd can't be written: it")
    expect(readdirSync(at('out', 'etc'))).toEqual(['systemd'])
    expect(readdirSync(at('out', '.'))).toEqual(['etc'])
  })
})
