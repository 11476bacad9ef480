import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { root } from '../fixtures.ts'
import { hashOfGuestFiles } from './guest-files.ts'

/** The guest as guest/build.sh leaves it. */
export interface Guest {
  readonly folder: string
  /** Of what it is made of. */
  readonly hash: string
  /** The versions of its Debian packages, by layer. */
  readonly versions: Readonly<Record<Layer, Readonly<Record<string, string>>>>
}

const layers = ['base', 'networkd', 'ifupdown', 'ifupdown2'] as const
/** The root file system, or packages over it (guest/layers.sh). */
export type Layer = (typeof layers)[number]

/** The packages that a stack's guest has. */
export const packagesOf = ({ versions }: Guest, layer: Layer = 'base'): Readonly<Record<string, string>> => versions[layer]

/** Builds the guest, where that is not done yet. */
export function buildGuest(): Guest {
  const folder = execFileSync('bash', [join(root, 'test/boot/guest/build.sh')], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  }).trim()
  return {
    folder,
    hash: `${basename(folder).replace('guest-', '')}-${hashOfGuestFiles()}`,
    versions: Object.fromEntries(layers.map(layer => [layer, versionsIn(join(folder, `${layer}.versions`))])) as Guest['versions'],
  }
}

const versionsIn = (file: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map(line => line.split(' ') as [string, string]),
  )
