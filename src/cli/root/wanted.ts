import type { PrintedFile } from '../../print/print.ts'
import type { Accounts } from '../../targets/context.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { fingerprintOf, linkFingerprint, type Present } from './present.ts'
import { UnknownAccount } from './unknown-account.ts'

/** The numbers of a file's owner. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

/** A file or a symbolic link as the answer wants it. */
export type Wanted = WantedFile | WantedLink

export interface WantedFile {
  readonly path: string
  readonly fingerprint: string
  readonly file: PrintedFile
  /** Undefined where the one who runs netglot is not root, so that only root could set it. */
  readonly owner: Owner | undefined
}

export interface WantedLink {
  readonly path: string
  readonly fingerprint: string
  readonly to: string
}

const root = process.getuid?.() === 0

/** Only root gives files away (chown(2)). */
export const isRoot = (): boolean => root

/** Without accounts nobody cares whose the files are. */
export function wantedOf({ files, links }: TargetAnswer, accounts?: Accounts): readonly Wanted[] {
  const given = accounts !== undefined && isRoot() ? accounts : undefined
  return [
    ...files.map(file => ({
      path: file.path,
      fingerprint: fingerprintOf(file.content),
      file,
      owner: given && ownerOf(file, given),
    })),
    ...links.map(({ path, to }) => ({ path, fingerprint: linkFingerprint(to), to })),
  ]
}

const ownerOf = ({ path, owner, group }: PrintedFile, { users, groups }: Accounts): Owner => {
  const numberOf = (kind: 'user' | 'group', name: string, numbers: Readonly<Record<string, number>>): number => {
    if (name === 'root') return 0
    const number = Object.hasOwn(numbers, name) ? numbers[name] : undefined
    if (number === undefined) throw new UnknownAccount(path, kind, name)
    return number
  }
  return { uid: numberOf('user', owner, users), gid: numberOf('group', group, groups) }
}

export const modeOf = ({ file }: WantedFile): number => Number.parseInt(file.mode, 8)

export type Difference = 'content' | 'mode' | 'owner'

/** In what that which is there is not as it should be. A symbolic link has neither mode nor an owner that counts. */
export function differencesOf(wanted: Wanted, present: Present): readonly Difference[] {
  const content = wanted.fingerprint === present.fingerprint ? [] : (['content'] as const)
  if (!('file' in wanted) || present.isLink) return content
  const { owner } = wanted
  return [
    ...content,
    ...(modeOf(wanted) === present.mode ? [] : (['mode'] as const)),
    ...(owner === undefined || (owner.uid === present.uid && owner.gid === present.gid) ? [] : (['owner'] as const)),
  ]
}
