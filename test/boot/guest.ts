import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../fixtures.ts'

/** The guest as guest/build.sh leaves it. */
export interface Guest {
  readonly folder: string
  /** Named after what it is made of. */
  readonly hash: string
  /** The versions of its Debian packages. */
  readonly versions: Readonly<Record<string, string>>
}

/** Builds the guest, where that is not done yet. */
export function buildGuest(): Guest {
  const folder = execFileSync('bash', [join(root, 'test/boot/guest/build.sh')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim()
  const versions = readFileSync(join(folder, 'versions'), 'utf8').trimEnd().split('\n')
  return {
    folder,
    hash: basename(folder).replace('guest-', ''),
    versions: Object.fromEntries(versions.map(line => line.split(' ') as [string, string])),
  }
}
