import type { Entry, Manifest } from '../../formats/manifest.ts'
import { isOurs } from '../is-ours.ts'
import { readManifests, wrote } from './manifest.ts'
import type { Present } from './present.ts'

/**
 * What became of a file since netglot wrote it: nothing, or somebody changed it; `unknown`, where its first line says that it is netglot's and no
 * manifest knows it; `foreign`, where netglot did not write it.
 */
export type Touch = 'untouched' | 'edited' | 'unknown' | 'foreign'

/** What the manifests below a root know. */
export class Known {
  readonly manifests: readonly Manifest[]
  private readonly entries = new Map<string, readonly Entry[]>()

  constructor(root: string) {
    this.manifests = readManifests(root)
    for (const entry of this.manifests.flatMap(({ files }) => files))
      this.entries.set(entry.path, [...(this.entries.get(entry.path) ?? []), entry])
  }

  get paths(): readonly string[] {
    return [...this.entries.keys()]
  }

  touch(path: string, file: string, { fingerprint }: Present): Touch {
    const entries = this.entries.get(path) ?? []
    if (entries.length > 0) return entries.some(entry => wrote(entry, fingerprint)) ? 'untouched' : 'edited'
    return isOurs(file) ? 'unknown' : 'foreign'
  }
}
