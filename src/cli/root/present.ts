import { hash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { statsOf } from '../safe-path.ts'

/** What stands at a place. */
export interface Present {
  /** Tells one content from another; empty for what is neither file nor symbolic link. */
  readonly fingerprint: string
  readonly isLink: boolean
  readonly isFolder: boolean
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/** The sha256 of a file's content, as sha256sum(1) prints it. */
export const fingerprintOf = (content: string | Buffer): string => hash('sha256', content)

export const linkFingerprint = (to: string): string => `-> ${to}`

export function presentAt(file: string): Present | undefined {
  const stats = statsOf(file)
  if (stats === undefined) return undefined
  const { uid, gid } = stats
  const about = { isLink: stats.isSymbolicLink(), isFolder: stats.isDirectory(), mode: stats.mode & 0o7777, uid, gid }
  if (about.isLink) return { ...about, fingerprint: linkFingerprint(readlinkSync(file)) }
  return { ...about, fingerprint: stats.isFile() ? fingerprintOf(readFileSync(file)) : '' }
}
