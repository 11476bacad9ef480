import { readdirSync, readFileSync, rmdirSync, rmSync, unlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { manifestPath } from '../../formats/manifest-path.ts'
import { trees } from '../../formats/trees.ts'
import { Known } from '../root/known.ts'
import { presentAt } from '../root/present.ts'
import { isSealed } from '../root/seal.ts'
import { below, statsOf, Unsafe } from '../safe-path.ts'
import { isThere } from './real-folder.ts'

/** Where below the folder of a host the root of its system may be: there, or as a format for image builders has it. */
const roots = ['', ...trees.map(({ root }) => root)]

/**
 * Removes what netglot wrote for a host that is no longer there: of a tree the files that the manifests list, unless somebody changed them, then the
 * manifests, then the folders that are empty; a document, unless it is none of those that netglot wrote there. Returns whether all of it is gone.
 */
export function removePlace(top: string, place: string, documents: readonly string[]): boolean {
  try {
    const path = place.replace(/\/$/, '')
    if (place.endsWith('/')) removeTree(top, path)
    else if (path === dirname(path) || dirname(path) === '.' || isThere(top, dirname(path))) removeFile(join(top, path), documents)
    removeEmptyAbove(top, path)
    return statsOf(join(top, path)) === undefined
  } catch (error) {
    if (error instanceof Unsafe || (error instanceof Error && 'code' in error)) return false
    throw error
  }
}

const removeFile = (file: string, documents: readonly string[]): void => {
  if (documents.includes(presentAt(file)?.fingerprint ?? '')) unlinkSync(file)
}

const removeTree = (top: string, path: string): void => {
  for (const inner of roots) {
    const root = inner === '' ? path : `${path}/${inner}`
    if (isThere(top, root)) removeListed(join(top, root))
  }
  for (const place of trees.flatMap(({ places }) => places)) removeSealed(top, `${path}/${place}`)
  if (isThere(top, path)) removeEmpty(join(top, path))
}

const removeListed = (root: string): void => {
  const known = new Known(root)
  const kept = known.paths.filter(path => {
    const file = below(root, path)
    const present = presentAt(file)
    if (present === undefined) return false
    if (known.touch(path, file, present) !== 'untouched') return true
    unlinkSync(file)
    return false
  })
  if (kept.length === 0) for (const { target } of known.manifests) rmSync(below(root, manifestPath(target)), { force: true })
}

const removeSealed = (top: string, path: string): void => {
  const file = join(top, path)
  if (isThere(top, dirname(path)) && statsOf(file)?.isFile() && isSealed(readFileSync(file, 'utf8'))) unlinkSync(file)
}

/** Removes a folder if nothing but empty folders is in it. */
const removeEmpty = (folder: string): void => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) removeEmpty(join(folder, entry.name))
  if (readdirSync(folder).length === 0) rmdirSync(folder)
}

const removeEmptyAbove = (top: string, path: string): void => {
  const above = dirname(path)
  if (above === '.' || !isThere(top, above) || readdirSync(join(top, above)).length > 0) return
  rmdirSync(join(top, above))
}
