import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bridge, netglot, workplace } from './program.ts'

const { folder, put } = workplace()
const description = put('host.yaml', bridge)

test('graph prints a picture that is named after the file', () => {
  const { status, stdout, stderr } = netglot(['graph', 'host.yaml'], { cwd: folder })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(stdout).toMatch(/^<svg xmlns=[^>]*>\n<title id="netglot-title">The network of host\.yaml<\/title>\n[\s\S]*<\/svg>\n$/)
  expect(stdout).toContain('>br0</text>')
  expect(netglot(['graph', '-'], { input: bridge }).stdout).toBe(stdout.replace('host.yaml', 'standard input'))
})

test('the ending of -o says the format, unless --format does', () => {
  for (const [file, args, beginning] of [
    ['a.svg', [], '<svg '],
    ['b.mmd', [], 'flowchart BT\n'],
    ['c.gv', ['--direction', 'right'], 'graph network {\n  graph [rankdir=LR,'],
    ['d.txt', ['--format', 'mermaid'], 'flowchart BT\n'],
  ] as const) {
    expect(netglot(['graph', description, '-o', join(folder, file), ...args])).toEqual({ status: 0, stdout: '', stderr: '' })
    expect(readFileSync(join(folder, file), 'utf8').slice(0, beginning.length)).toBe(beginning)
    expect(statSync(join(folder, file)).mode & 0o777).toBe(0o644)
  }
})

test('what is refused has no picture, and is told as check tells it', () => {
  const wrong = 'network:\n  bridges:\n    br0: {interfaces: [eno1]}\n'
  const { status, stdout, stderr } = netglot(['graph', '-', '-o', join(folder, 'none.svg')], { input: wrong })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toBe(netglot(['check', '-'], { input: wrong }).stderr)
  expect(statSync(join(folder, 'none.svg'), { throwIfNoEntry: false })).toBeUndefined()
})

test.each([
  [['/nowhere/host.yaml'], 3, /error\[NG8003\]/],
  [[description, '-o', '/dev/null/x.svg'], 3, /error\[NG8004\]/],
  [[description, '--direction', 'left'], 2, /left/],
  [[description, '--format', 'png'], 2, /png/],
])('%j ends with %i', (args, expected, says) => {
  const { status, stdout, stderr } = netglot(['graph', ...args])
  expect({ status, stdout }).toEqual({ status: expected, stdout: '' })
  expect(stderr).toMatch(says)
})
