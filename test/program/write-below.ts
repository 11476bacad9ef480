import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describedDevices } from '../../src/cli/described.ts'
import { descriptionHash } from '../../src/cli/root/description-hash.ts'
import { type Written, writeRoot } from '../../src/cli/write-root.ts'
import type { Source } from '../../src/description/source.ts'
import { type RenderOptions, render } from '../../src/index.ts'

interface Wishes extends Omit<RenderOptions, 'targets'> {
  readonly force?: boolean
  readonly prune?: boolean
  readonly check?: boolean
}

/** What `netglot render -t TARGET --root DIR` does, without a process of its own; undefined where the description has no answer. */
export function writeBelow(source: Source, target: string, root: string, wishes: Wishes = {}): Written | undefined {
  const { force = false, prune = false, check = false, ...options } = wishes
  const accounts = options.accounts ?? { users: {}, groups: {} }
  const [answer] = render(source, { ...options, targets: [target] }).targets
  if (answer === undefined || answer.failed) return undefined
  const about = { devices: describedDevices(source), netglot: '0.0.0', description: descriptionHash(source) }
  return writeRoot(answer, root, { force, prune, check, durable: true, accounts, ...about })
}

/** All that is below a folder: of files mode, owner and content. */
export const treeOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .map(path => [path, described(join(folder, path))]),
  )

const described = (file: string): string => {
  const stats = lstatSync(file)
  if (stats.isSymbolicLink()) return `-> ${readlinkSync(file)}`
  const head = `${(stats.mode & 0o7777).toString(8)} ${stats.uid}:${stats.gid}`
  return stats.isDirectory() ? head : `${head}\n${readFileSync(file, 'utf8')}`
}

/** Without folders, and without what a run leaves behind that was killed. */
export const filesOf = (tree: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tree).filter(([path, text]) => /\n|^->/.test(text) && !/\.netglot-(?:new|old)$/.test(path)))
