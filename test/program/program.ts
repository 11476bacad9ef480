import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from 'vitest'
import { root } from '../fixtures.ts'

export interface Ran {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly cwd?: string
  readonly input?: string | Buffer
  readonly env?: NodeJS.ProcessEnv
  /** A file to write to; a pipe without. */
  readonly stdout?: string
}

/** Runs the built program in a folder, as a user does. */
export const netglot = (args: readonly string[], options: RunOptions = {}): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/netglot.cjs'), ...args], {
    cwd: options.cwd ?? root,
    input: options.input ?? '',
    env: { PATH: process.env.PATH, ...options.env },
    stdio: ['pipe', options.stdout === undefined ? 'pipe' : openSync(options.stdout, 'w'), 'pipe'],
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })
  return { status, stdout, stderr }
}

/** A folder that is gone after the tests, and how to put files into it. */
export function workplace(): { readonly folder: string; put(path: string, content: string | Buffer): string } {
  const folder = mkdtempSync(join(tmpdir(), 'netglot-program-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    put(path, content) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      return file
    },
  }
}

/** Case 1 of the origin, short. */
export const bridge = `network:
  ethernets:
    eno1: {}
  bridges:
    br0:
      interfaces: [eno1]
      macaddress: "52:54:00:aa:00:01"
      dhcp4: true
`

/** A Wi-Fi with a password that nobody may see in a diagnostic. */
export const wifi = `network:
  wifis:
    wlan0:
      dhcp4: true
      access-points:
        home:
          password: hunter2hunter2
`
