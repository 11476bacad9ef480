import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { validate } from 'dockerfile-utils/lib/main.js'
import { beforeAll, expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { bridge, netglot, workplace } from './program.ts'

const { folder, put } = workplace()
const description = put('host.yaml', bridge)

const run = (program: string, args: readonly string[], cwd = root): string =>
  execFileSync(program, args, { cwd, encoding: 'utf8', stdio: 'pipe' })

beforeAll(() => void run(process.execPath, ['scripts/shipped.mjs']), 120_000)

/** What an installed program prints, the same as the one here. */
const printsTheSame = (program: string): void => {
  for (const args of [
    ['render', description, '-t', 'ifupdown'],
    ['graph', description],
  ]) {
    const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
    expect({ status, stdout }).toEqual({ status: 0, stdout: netglot(args).stdout })
  }
}

test('npm’s package holds what runs and no more, and works where there is no network', () => {
  const [pack] = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder])) as [
    { filename: string; files: { path: string }[] },
  ]
  const paths = pack.files.map(({ path }) => path).filter(path => !path.startsWith('dist/types/'))
  expect(paths).toEqual(
    expect.arrayContaining([
      'dist/netglot.cjs',
      'dist/program.cjs',
      'dist/index.js',
      'dist/man/netglot.1',
      'dist/completions/_netglot',
      'LICENSE',
    ]),
  )
  expect(paths.filter(path => !/^(dist\/.*|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/.test(path))).toEqual([])
  const empty = join(folder, 'empty')
  mkdirSync(empty)
  run('npm', ['install', '--offline', '--no-audit', '--no-fund', join(folder, pack.filename)], empty)
  printsTheSame(join(empty, 'node_modules/.bin/netglot'))
  const library = `
    import { draw, render, svg } from 'netglot'
    import { elkLayout } from 'netglot/layout'
    const { graph } = draw([{ name: 'host.yaml', text: 'network: {ethernets: {eno1: {}}}' }])
    console.log(typeof render, (await svg(graph, { layout: elkLayout })).slice(0, 4))`
  expect(run(process.execPath, ['--input-type=module', '-e', library], empty)).toBe('function <svg\n')
})

test('Debian’s package is the same each time, wants Node 20, and runs where dpkg has put it', () => {
  const packed = ['one', 'two'].map(name => {
    run('bash', ['scripts/deb.sh', join(folder, name)])
    return join(folder, name, `netglot_${netglot(['--version']).stdout.trim()}_all.deb`)
  })
  const [file = ''] = packed
  expect(new Set(packed.map(path => createHash('sha256').update(readFileSync(path)).digest('hex'))).size).toBe(1)
  expect(run('dpkg-deb', ['--field', file, 'Depends'])).toBe('nodejs (>= 20)\n')
  const lintian = spawnSync('lintian', ['--allow-root', '--fail-on', 'error,warning', file], { encoding: 'utf8' })
  expect({ status: lintian.status, said: lintian.stdout }).toEqual({ status: 0, said: '' })
  const machine = join(folder, 'machine')
  mkdirSync(join(machine, 'var/lib/dpkg/info'), { recursive: true })
  mkdirSync(join(machine, 'var/lib/dpkg/updates'))
  writeFileSync(join(machine, 'var/lib/dpkg/status'), '')
  // Node is this machine's, which dpkg need not know of.
  run('dpkg', [`--root=${machine}`, '--force-depends', '--force-not-root', '--install', file])
  expect(run('dpkg', [`--root=${machine}`, '--listfiles', 'netglot']).split('\n')).toEqual(
    expect.arrayContaining(['/usr/bin/netglot', '/usr/share/man/man1/netglot.1.gz', '/usr/share/bash-completion/completions/netglot']),
  )
  printsTheSame(join(machine, 'usr/bin/netglot'))
})

test('mandoc reads the man page without an error, and it has every command and option', () => {
  const { status, stdout } = spawnSync('mandoc', ['-Tlint', '-Werror', join(root, 'dist/man/netglot.1')], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  const page = run('mandoc', ['-Tutf8', '-Owidth=1000', join(root, 'dist/man/netglot.1')]).replace(/.[\b]/g, '')
  const commands = netglot(['--help']).stdout.match(/(?<=^ {2}netglot )[a-z]+/gm) ?? []
  expect(commands.length).toBeGreaterThan(3)
  for (const command of commands) {
    expect(page).toContain(`netglot ${command}`)
    for (const option of netglot([command, '--help']).stdout.match(/(?<=^ .*)--(?!help|version)[a-z-]+(?= {2})/gm) ?? [])
      expect(page).toContain(option)
  }
})

test('the Dockerfile is right', () => {
  const found = validate(readFileSync(join(root, 'Dockerfile'), 'utf8'))
  expect(found.map(({ message }) => message)).toEqual([])
})
