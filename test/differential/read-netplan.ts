import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { debian13 } from '../consumers/debian-13.ts'
import { runProgram } from '../consumers/run-program.ts'
import { type Entry, knownByName } from './corpus.ts'
import type { TextFile } from './semantic.ts'

export type Renderer = 'networkd' | 'NetworkManager'
export type Release = '0.106' | '1.1'

/** What the real netplan made of a description. */
export interface Generated {
  /** Its own words, when it refused. */
  readonly refusal: string | undefined
  readonly files: readonly TextFile[]
}

const script = fileURLToPath(new URL('netplan-generate-all.sh', import.meta.url))

/** The last file by name: the renderer of all that says none itself. */
const choice = (renderer: Renderer): string => `network:\n  renderer: ${renderer}\n`

async function prepare(entry: Pick<Entry, 'source'>, renderer: Renderer, root: string): Promise<void> {
  const folder = join(root, 'etc/netplan')
  await mkdir(folder, { recursive: true })
  for (const { name, text } of entry.source) await writeFile(join(folder, name), text, { mode: 0o600 })
  await writeFile(join(folder, 'zz-renderer.yaml'), choice(renderer), { mode: 0o600 })
}

/** The plain files below a folder; links lead to files of the machine that the root is for. */
async function plainFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter(item => item.isFile())
    .map(item => join(item.parentPath, item.name))
    .sort()
}

async function collect(root: string): Promise<Generated> {
  const [status, said] = await Promise.all(['status', 'said'].map(name => readFile(join(root, name), 'utf8')))
  const paths = await plainFiles(join(root, 'run'))
  const files = await Promise.all(paths.map(async path => ({ path: path.slice(root.length), content: await readFile(path, 'utf8') })))
  return { refusal: status?.trim() === '0' ? undefined : (said ?? '').trim(), files }
}

/** What netplan of that release, with that renderer, makes of each description: one run a description, all in one namespace. */
export async function generateAll(
  entries: readonly Pick<Entry, 'source'>[],
  release: Release,
  renderer: Renderer,
): Promise<readonly Generated[]> {
  const folder = await mkdtemp(join(tmpdir(), 'netglot-differential-'))
  const rootOf = (i: number): string => join(folder, String(i).padStart(4, '0'))
  try {
    for (const [i, entry] of entries.entries()) await prepare(entry, renderer, rootOf(i))
    await writeFile(join(folder, 'names'), [...new Set(entries.flatMap(knownByName))].map(name => `${name}\n`).join(''))
    const other = release === '0.106' ? [] : [await debian13('netplan.io')]
    const { status, lines } = await runProgram('bash', [script, folder, ...other], 300_000)
    if (status !== 0) throw new Error(`netplan ${release} did not run: ${lines.join('; ')}`)
    return await Promise.all(entries.map((_, i) => collect(rootOf(i))))
  } finally {
    await rm(folder, { recursive: true })
  }
}
