import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../fixtures.ts'
import { workplace } from './program.ts'

const { folder, put } = workplace()
const names = Array.from({ length: 40 }, (_, i) => `eno${i}`)
put('many.yaml', `network:\n  ethernets:\n${names.map(name => `    ${name}: {dhcp4: true}\n`).join('')}`)
put('few.yaml', 'network:\n  ethernets:\n    eno1: {dhcp4: true}\n')

/** The calls that wait for the disk before the last file has got its name, in their order, of netglot and what it starts. */
const waits = (description: string, into: string, path: string | undefined): readonly string[] => {
  mkdirSync(join(folder, into))
  const netglot = [join(root, 'dist/netglot.cjs'), 'render', `${description}.yaml`, '-t', 'networkd', '--root', into]
  const { status, stderr } = spawnSync(
    '/usr/bin/strace',
    ['-fqq', '-o', 'log', '-e', 'trace=fsync,syncfs,rename', process.execPath, ...netglot],
    {
      cwd: folder,
      encoding: 'utf8',
      env: path === undefined ? process.env : { PATH: path },
    },
  )
  expect([status, stderr]).toEqual([0, expect.any(String)])
  const calls = [...readFileSync(join(folder, 'log'), 'utf8').matchAll(/^\d+ +(fsync|syncfs|rename)\(/gm)].map(([, call = '']) => call)
  return calls.slice(0, calls.lastIndexOf('rename')).filter((call, i, all) => call !== 'rename' || all[i - 1] !== 'rename')
}

test('many new files wait for the disk together, before any has its name', () => {
  expect(waits('many', 'together', undefined).slice(0, 2)).toEqual(['syncfs', 'rename'])
})

test('where sync(1) is not there, each waits', () => {
  const calls = waits('many', 'alone', folder)
  expect(calls.indexOf('rename')).toBeGreaterThan(names.length)
  expect(calls).not.toContain('syncfs')
})

test('few files wait each for itself', () => {
  const calls = waits('few', 'few', undefined)
  expect(calls).not.toContain('syncfs')
  expect(calls.indexOf('rename')).toBeGreaterThanOrEqual(2)
})
