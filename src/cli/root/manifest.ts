import { readFileSync } from 'node:fs'
import { normalize } from 'node:path'
import { manifestFolder } from '../../formats/manifest-path.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { below, namesIn, Unsafe } from '../safe-path.ts'
import { linkFingerprint } from './present.ts'
import type { Wanted } from './wanted.ts'

/** The number of the manifest's layout. */
const manifestVersion = 1

/** One file or symbolic link of a manifest. */
export interface Entry {
  readonly path: string
  readonly mode?: string
  readonly owner?: string
  readonly group?: string
  readonly sha256?: string
  readonly to?: string
  /** What may stand there instead, while a run is under way or when one was killed: the fingerprint of what it replaces. */
  readonly was?: string
}

export interface Manifest {
  readonly netglot: string
  readonly manifestVersion: number
  readonly target: string
  readonly version: string
  readonly distribution: string | null
  /** The sha256 of the description. */
  readonly description: string
  readonly files: readonly Entry[]
}

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`

/** What made the files, and of what. */
export interface Made {
  readonly answer: TargetAnswer
  /** The version of netglot. */
  readonly netglot: string
  /** The sha256 of the description. */
  readonly description: string
}

export const manifestOf = ({ answer, netglot, description }: Made, files: readonly Entry[]): Manifest => ({
  netglot,
  manifestVersion,
  target: answer.target,
  version: answer.version,
  distribution: answer.distribution ?? null,
  description,
  files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
})

export const entryOf = (wanted: Wanted): Entry => {
  if (!('file' in wanted)) return { path: wanted.path, to: wanted.to }
  const { mode, owner, group } = wanted.file
  return { path: wanted.path, mode, owner, group, sha256: wanted.fingerprint }
}

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
