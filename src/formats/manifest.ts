import type { PrintedFile } from '../print/print.ts'
import type { SymbolicLink } from '../targets/answer.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { manifestPath } from './manifest-path.ts'

/** The number of the manifest's layout. */
export const manifestVersion = 1

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

export const fileEntry = ({ path, mode, owner, group }: PrintedFile, sha256: string): Entry => ({ path, mode, owner, group, sha256 })

export const linkEntry = ({ path, to }: SymbolicLink): Entry => ({ path, to })

/** An answer with its manifest among its files, for whoever writes all of them. */
export const addManifest = (answer: TargetAnswer, content: string): TargetAnswer => {
  const manifest = { path: manifestPath(answer.target), content, mode: '0600', owner: 'root', group: 'root', secret: false, lines: [] }
  return Object.assign({}, answer, { files: [...answer.files, manifest] })
}
