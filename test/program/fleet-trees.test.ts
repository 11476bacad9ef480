import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { filesBelow } from '../fixtures.ts'
import { netglot, type Ran, wifi, workplace } from './program.ts'
import { treeOf } from './write-below.ts'

const { folder, put } = workplace()
const hosts = join(folder, 'hosts')

const only = (...names: readonly string[]): void => {
  rmSync(hosts, { recursive: true, force: true })
  for (const name of names) put(`hosts/${name}.yaml`, wifi)
}

const formats = [
  { format: 'mkosi', target: 'networkd@debian-13', script: 'mkosi.postinst.d/50-netglot.chroot', packages: 'mkosi.conf.d/50-netglot.conf' },
  { format: 'kiwi', target: 'suse', script: 'config.sh', packages: 'netglot-packages.xml' },
]

describe.each(formats)('a fleet of trees for $format', ({ format, target, script, packages }) => {
  const out = join(folder, format)
  const run = (...more: readonly string[]): Ran =>
    netglot(['render', '--fleet', hosts, '-t', target, '--format', format, '-o', out, ...more])

  test('has of each host what a run of its own has, and --check tells what would be written', () => {
    only('a', 'b')
    expect([run('--check').status, existsSync(out)]).toEqual([1, false])
    expect(run().stderr).toMatch(/netglot: 2 hosts, files: \d+ new\n/)
    const alone = join(folder, `${format}-alone`)
    const one = ['render', join(hosts, 'a.yaml'), '-t', target, '--format', format, '-o', alone]
    expect([netglot([...one, '--check']).status, existsSync(alone)]).toEqual([1, false])
    expect(netglot(one).status).toBe(0)
    expect(treeOf(join(out, 'a'))).toEqual(treeOf(alone))
    expect([run('--check').status, netglot([...one, '--check']).status]).toEqual([0, 0])
    expect(run().stderr).toMatch(/netglot: 2 hosts, files: \d+ as they were\n/)
  })

  test.each([script, packages])('%s is not written over once somebody edited it, but with --force, which keeps it', name => {
    only('a', 'b')
    run()
    const file = join(out, 'a', name)
    const edited = `${readFileSync(file, 'utf8')}\n`
    writeFileSync(file, edited)
    const { status, stderr } = run()
    expect([status, stderr]).toEqual([1, expect.stringContaining(`NG8102]: ${file} is not netglot's to overwrite`)])
    expect([readFileSync(file, 'utf8'), run('--check').status]).toEqual([edited, 1])
    expect(run('--force').status).toBe(0)
    // What stands in a folder of scripts is run, whatever it is called.
    expect(readdirSync(dirname(file)).filter(other => other.includes('netglot-backup'))).toHaveLength(dirname(file).endsWith('.d') ? 0 : 1)
    const backup = filesBelow(join(out, 'a')).filter(other => other.endsWith('.netglot-backup'))
    expect(backup.map(other => readFileSync(join(out, 'a', other), 'utf8'))).toEqual([edited])
    rmSync(join(out, 'a', backup[0] ?? ''))
    expect(run('--check').status).toBe(0)
  })

  test('loses those that left, whole, but for what somebody edited', () => {
    only('a', 'b', 'c')
    expect(run().status).toBe(0)
    writeFileSync(join(out, 'c', script), `${readFileSync(join(out, 'c', script), 'utf8')}echo mine\n`)
    only('a')
    expect(run('--prune').stderr).toContain('could not be removed whole: c\n')
    expect([readdirSync(out).sort(), filesBelow(join(out, 'c'))]).toEqual([['.netglot-fleet', 'a', 'c'], [script]])
  })

  test('leads nowhere', () => {
    only('d')
    const elsewhere = join(folder, `${format}-elsewhere`)
    mkdirSync(join(out, 'd'), { recursive: true })
    mkdirSync(elsewhere)
    symlinkSync(elsewhere, join(out, 'd', format === 'kiwi' ? 'root' : 'mkosi.extra'))
    const { status, stderr } = run('--force')
    expect([status, stderr]).toEqual([3, expect.stringContaining('symbolic link')])
    expect(readdirSync(elsewhere)).toEqual([])
  })
})
