import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { manifestOf, manifestText } from '../../formats/manifest.ts'
import { manifestPath } from '../../formats/manifest-path.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { entryOf } from '../root/manifest.ts'
import { ownersNotSet } from '../root/owners-not-set.ts'
import { planJson } from '../root/plan-json.ts'
import { presentAt } from '../root/present.ts'
import { differencesOf, wantedOf } from '../root/wanted.ts'
import { trouble, type WriteOptions, writeRoot } from '../write-root.ts'
import { type Tree, writeFresh } from './fresh-tree.ts'
import { isThere } from './real-folder.ts'
import { notWritten, type Written, wrote } from './written.ts'

/**
 * Writes an answer as `--root TOP/PATH` does. Most hosts are either new or as they were: both need no plan. What is there and has to change goes the
 * whole way.
 */
export function writeTree(answer: TargetAnswer, top: string, path: string, options: WriteOptions): Written {
  const root = join(top, path)
  try {
    const tree = treeOf(answer, options)
    const told = ownersNotSet({ answer, placed: tree.wanted.map(wanted => ({ wanted })) })
    const files = tree.wanted.map(one => root + one.path)
    if (!isThere(top, path)) {
      if (!options.check && files.length > 0) writeFresh(tree, top, path)
      return wrote({ root, created: files }, told)
    }
    if (isAsWritten(tree, root)) return wrote({ root, unchanged: files }, told)
  } catch (error) {
    return notWritten([trouble('file-unwritable', error, root, answer.text)])
  }
  const { plan, diagnostics } = writeRoot(answer, root, options)
  if (plan === undefined) return notWritten(diagnostics)
  const changed = plan.changes.filter(({ present }) => present !== undefined).length
  const created = plan.changes.length - changed
  const counts = { created, changed, unchanged: plan.placed.length - plan.changes.length, removed: plan.prune.length + plan.backUp.length }
  return { counts, json: planJson(plan), diagnostics }
}

const treeOf = (answer: TargetAnswer, options: WriteOptions): Tree => {
  const wanted = wantedOf(answer, options.accounts)
  const { netglot, description } = options
  const text = manifestText(manifestOf({ answer, netglot, description }, wanted.map(entryOf)))
  return { wanted, manifest: { path: manifestPath(answer.target), text } }
}

const isAsWritten = ({ wanted, manifest }: Tree, root: string): boolean =>
  textOf(root + manifest.path) === manifest.text &&
  wanted.every(one => {
    const present = presentAt(root + one.path)
    return present !== undefined && differencesOf(one, present).length === 0
  })

const textOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    // Why it can't be read, writing will tell.
    return undefined
  }
}
