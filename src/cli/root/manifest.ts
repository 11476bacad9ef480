import { readFileSync } from 'node:fs'
import { normalize } from 'node:path'
import { type Entry, fileEntry, linkEntry, type Manifest, manifestVersion } from '../../formats/manifest.ts'
import { manifestFolder } from '../../formats/manifest-path.ts'
import { below, namesIn, Unsafe } from '../safe-path.ts'
import { linkFingerprint } from './present.ts'
import type { Wanted } from './wanted.ts'

export const entryOf = (wanted: Wanted): Entry => ('file' in wanted ? fileEntry(wanted.file, wanted.fingerprint) : linkEntry(wanted))

/** Whether netglot wrote what has the fingerprint. */
export const wrote = (entry: Entry, fingerprint: string): boolean =>
  [entry.sha256, entry.to === undefined ? undefined : linkFingerprint(entry.to), entry.was].includes(fingerprint)

/** The manifests below a root. One that can't be understood is refused: without it nobody knows what was edited. */
export const readManifests = (root: string): readonly Manifest[] =>
  namesIn(root, manifestFolder)
    .filter(name => /^[^.].*\.json$/.test(name))
    .map(name => read(below(root, `${manifestFolder}/${name}`), name.replace(/\.json$/, '')))

const read = (file: string, target: string): Manifest => {
  const value = parsed(readFileSync(file, 'utf8'))
  if (!isManifest(value) || value.target !== target)
    throw new Unsafe(file, 'it is no manifest of this version of netglot: move it away, and netglot takes what it wrote for edited')
  return value
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' &&
  value !== null &&
  'manifestVersion' in value &&
  value.manifestVersion === manifestVersion &&
  'target' in value &&
  typeof value.target === 'string' &&
  'files' in value &&
  Array.isArray(value.files) &&
  value.files.every(isEntry)

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string' && isClean(value.path)

const isClean = (path: string): boolean => path.startsWith('/') && normalize(path) === path && !path.endsWith('/') && !path.includes('\0')
