import { execFileSync } from 'node:child_process'
import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { netglot, wifi, workplace } from './program.ts'

const { folder, put } = workplace()

const slip = 'network:\n  ethernets:\n    eno1:\n      dhcp_4: true # lease\n'
const right = slip.replace('dhcp_4', 'dhcp4')

describe('check --fix', () => {
  test('mends a file in place, keeps its mode and its link, and tells what it did', () => {
    const file = put('fix/host.yaml', slip)
    chmodSync(file, 0o600)
    symlinkSync('host.yaml', join(folder, 'fix/link.yaml'))
    const { status, stdout, stderr } = netglot(['check', 'fix/link.yaml', '--fix', '-t', 'networkd'], { cwd: folder })
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: '',
      stderr: 'fixed fix/link.yaml:4: rename `dhcp_4` to `dhcp4` in ethernets.eno1 (NG2001)\n',
    })
    expect(readFileSync(file, 'utf8')).toBe(right)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(lstatSync(join(folder, 'fix/link.yaml')).isSymbolicLink()).toBe(true)
  })

  test('--dry-run prints a diff that git takes, and writes nothing', () => {
    const file = put('dry.yaml', slip)
    const { status, stdout, stderr } = netglot(['check', 'dry.yaml', '--fix', '--dry-run', '-t', 'networkd'], { cwd: folder })
    expect(status).toBe(0)
    expect(stderr).toContain('would fix dry.yaml:4: rename `dhcp_4`')
    expect(readFileSync(file, 'utf8')).toBe(slip)
    execFileSync('git', ['apply', '-p0'], { cwd: folder, input: stdout })
    expect(readFileSync(file, 'utf8')).toBe(right)
  })

  test('reports what is left, and says in JSON what is fixed', () => {
    const text = `${slip}      mtuu: 9000\n      adresses: nonsense\n`
    const { status, stdout } = netglot(['check', '-', '--fix', '--dry-run', '-t', 'networkd', '--format', 'json'], { input: text })
    const { fixed, diagnostics } = JSON.parse(stdout) as Record<string, { code: string; path: string; fix: { title: string } | null }[]>
    expect(status).toBe(1)
    expect(fixed?.map(({ path }) => path)).toEqual(['ethernets.eno1.dhcp_4', 'ethernets.eno1.mtuu', 'ethernets.eno1.adresses'])
    expect(diagnostics?.map(({ code, path }) => `${code} ${path}`)).toEqual(['NG2002 ethernets.eno1.addresses'])
  })

  test('with --each, files are descriptions by themselves', () => {
    const files = ['one', 'two'].map(name => put(`each/${name}.yaml`, slip))
    expect(netglot(['check', '--each', '--fix', '-t', 'networkd', ...files]).stderr).toContain('two.yaml:4: rename')
    expect(files.map(file => readFileSync(file, 'utf8'))).toEqual([right, right])
    const { stderr } = netglot(['check', '--each', '-t', 'networkd', ...files])
    expect(stderr).toBe('')
  })

  test.each([
    [['--fix'], /--fix writes files: standard input is none/],
    [['--dry-run'], /give --fix as well/],
  ])('%j of standard input is wrong usage', (args, says) => {
    const { status, stderr } = netglot(['check', '-', ...args], { input: slip })
    expect({ status, said: says.test(stderr) }).toEqual({ status: 2, said: true })
  })

  test('a password is in no diff and no report', () => {
    const text = wifi.replace('password', 'Password')
    const formats = [['--fix', '--dry-run'], ...['sarif', 'github', 'junit', 'json'].map(format => ['--format', format])]
    for (const options of formats) {
      const { stdout, stderr } = netglot(['check', '-', ...options], { input: text })
      expect(stdout + stderr).toContain(options.includes('--fix') ? '+          password: ••••••' : 'NG2001')
      expect(stdout + stderr).not.toContain('hunter2')
    }
  })
})

describe('fmt', () => {
  const loose = 'network:\n    ethernets:\n        eno1: {dhcp4: true}   # lease\n'
  const formatted = 'network:\n  ethernets:\n    eno1: { dhcp4: true } # lease\n'

  test('lays a file out in place; --check and --diff only look', () => {
    const file = put('fmt/host.yaml', loose)
    chmodSync(file, 0o640)
    expect(netglot(['fmt', '--check', 'fmt'], { cwd: folder })).toEqual({ status: 1, stdout: 'fmt/host.yaml\n', stderr: '' })
    expect(netglot(['fmt', '--diff', 'fmt'], { cwd: folder })).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('+  ethernets:'),
    })
    expect(readFileSync(file, 'utf8')).toBe(loose)
    expect(netglot(['fmt', 'fmt'], { cwd: folder })).toEqual({ status: 0, stdout: '', stderr: 'formatted fmt/host.yaml\n' })
    expect({ text: readFileSync(file, 'utf8'), mode: statSync(file).mode & 0o777 }).toEqual({ text: formatted, mode: 0o640 })
    expect(netglot(['fmt', '--check', 'fmt'], { cwd: folder })).toEqual({ status: 0, stdout: '', stderr: '' })
  })

  test('goes from standard input to standard output', () => {
    expect(netglot(['fmt', '-'], { input: loose })).toEqual({ status: 0, stdout: formatted, stderr: '' })
    expect(netglot(['fmt', '-', 'host.yaml'], { input: loose })).toMatchObject({ status: 2 })
  })

  test('leaves alone what is no description', () => {
    const file = put('other.yaml', 'a:   [1]\n')
    expect(netglot(['fmt', file])).toMatchObject({ status: 1, stderr: expect.stringContaining('NG1008') })
    expect(readFileSync(file, 'utf8')).toBe('a:   [1]\n')
    expect(netglot(['fmt', join(folder, 'nowhere.yaml')])).toMatchObject({ status: 3 })
  })
})
