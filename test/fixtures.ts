import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readAccounts } from '../src/cli/accounts.ts'
import type { RenderOptions } from '../src/index.ts'
import { targets } from '../src/targets/index.ts'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** All spellings of all targets: `networkd@252`, `networkd@257`, … */
export const spellings: readonly string[] = Object.values(targets).flatMap(t => t.versions.map(v => `${t.id}@${v}`))

/** One folder of fixtures/: a description and what must come out. */
export interface Fixture {
  /** `origin/1-bridge-dhcp` */
  readonly name: string
  readonly folder: string
  readonly source: { readonly name: string; readonly text: string }[]
  readonly options: Omit<RenderOptions, 'targets'>
  /** What its expected files are for: all targets, or those of `targets` in its options.json. */
  readonly spellings: readonly string[]
}

/** Every folder below fixtures/ that holds an input.yaml. */
export const fixtures: readonly Fixture[] = readdirSync(join(root, 'fixtures'), { recursive: true, encoding: 'utf8' })
  .filter(file => basename(file) === 'input.yaml')
  .map(file => readFixture(dirname(file)))
  .sort((a, b) => (a.name < b.name ? -1 : 1))

function readFixture(name: string): Fixture {
  const folder = join(root, 'fixtures', name)
  const accounts = join(folder, 'accounts')
  const file = join(folder, 'options.json')
  const { targets, ...options } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<RenderOptions>) : {}
  return {
    name,
    folder,
    source: [{ name: 'input.yaml', text: readFileSync(join(folder, 'input.yaml'), 'utf8') }],
    options: { ...(existsSync(accounts) ? { accounts: readAccounts(accounts) } : {}), ...options },
    spellings: targets ?? spellings,
  }
}

/** The files below a folder, as absolute paths of a root file system. */
export const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter(file => statSync(join(folder, file)).isFile())
        .map(file => relative(folder, join(folder, file)))
        .sort()
    : []
