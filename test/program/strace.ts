import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../fixtures.ts'

/** The calls by which netglot changes files; writing itself fails on a full disk, so its errors are tested there. */
export const changing = ['fchmod', 'fchown', 'fsync', 'link', 'mkdir', 'chmod', 'rename', 'unlink', 'write'] as const

export type Call = (typeof changing)[number]

const strace = (args: readonly string[], netglot: readonly string[]) =>
  spawnSync('strace', ['-qq', ...args, process.execPath, join(root, 'dist/netglot.cjs'), ...netglot], { encoding: 'utf8' })

/** Runs netglot; how often it makes each call. */
export function countCalls(netglot: readonly string[], log: string): ReadonlyMap<Call, number> {
  const { status, stderr } = strace(['-o', log, '-e', `trace=${changing.join(',')}`], netglot)
  if (status !== 0) throw new Error(stderr)
  const names = readFileSync(log, 'utf8')
    .split('\n')
    .map(line => line.replace(/\(.*/, ''))
  return new Map(changing.map(call => [call, names.filter(name => name === call).length]))
}

/** Runs netglot, and does something at one of its calls: `signal=SIGKILL:when=3` (strace(1), Tampering). */
export const inject = (netglot: readonly string[], call: Call, what: string) =>
  strace(['-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${what}`], netglot)
