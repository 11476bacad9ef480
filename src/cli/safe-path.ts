import { lstatSync, readdirSync, readlinkSync, type Stats } from 'node:fs'
import { dirname, join, normalize, resolve } from 'node:path'

/** Why a place below the root can't be used; the file is the one that stands in the way. */
export class Unsafe extends Error {
  readonly file: string

  constructor(file: string, why: string) {
    super(why)
    this.file = file
  }
}

/** As many as the kernel follows (path_resolution(7)). */
const mostLinks = 40

/**
 * The place of an answer's path below a root. Symbolic links among its folders are followed as the system that lives there does: an absolute
 * one begins at the root, and one that leads out of it, or nowhere, is refused. The last component is never followed.
 */
export const below = (root: string, path: string): string => placesBelow(root)(path)

/** The same for many paths, as long as no folder changes: each is looked up once. */
export function placesBelow(root: string): (path: string) => string {
  const folders = new Map<string, string>()
  return path => {
    const slash = path.lastIndexOf('/')
    const [above, name] = [path.slice(0, slash), path.slice(slash + 1)]
    if (slash < 0 || ['', '.', '..'].includes(name)) throw notClean(path)
    const folder = folders.get(above) ?? folderBelow(root, above)
    folders.set(above, folder)
    return `${folder}/${name}`
  }
}

/** Where a folder of an answer is; without a slash at its end. */
const folderBelow = (root: string, path: string): string => {
  if (path !== '' && (!path.startsWith('/') || normalize(path) !== path || path.endsWith('/'))) throw notClean(path)
  return join(root, ...follow(root, [], path.split('/').slice(1), 0)).replace(/\/$/, '')
}

const notClean = (path: string): Error => new Error(`${path} is no clean absolute path`)

/** The folders below the root to which a path leads from a folder there. */
function follow(root: string, from: readonly string[], parts: readonly string[], links: number): readonly string[] {
  let at = from
  for (const part of parts) {
    const folder = join(root, ...at, part)
    if (part === '' || part === '.') continue
    if (part === '..') at = above(root, at)
    else at = statsOf(folder)?.isSymbolicLink() ? followLink(root, at, folder, links + 1) : [...at, part]
    const stats = statsOf(join(root, ...at))
    if (stats !== undefined && at.length > 0 && !stats.isDirectory()) throw new Unsafe(folder, 'it is no directory')
  }
  return at
}

const followLink = (root: string, at: readonly string[], link: string, links: number): readonly string[] => {
  if (links > mostLinks) throw new Unsafe(link, 'its symbolic links go in a circle')
  const to = readlinkSync(link)
  const found = leadOut(link, () => follow(root, to.startsWith('/') ? [] : at, to.split('/'), links))
  if (found.length > 0 && statsOf(join(root, ...found)) === undefined)
    throw new Unsafe(link, `it is a symbolic link to ${to}, which is not there below the root`)
  return found
}

/** Thrown on the way out of the root; the link that leads there is known further up. */
class Out extends Error {}

const above = (root: string, at: readonly string[]): readonly string[] => {
  // What is above / is / itself.
  if (at.length === 0 && resolve(root) !== '/') throw new Out()
  return at.slice(0, -1)
}

const leadOut = <T>(link: string, action: () => T): T => {
  try {
    return action()
  } catch (error) {
    if (error instanceof Out) throw new Unsafe(link, 'it is a symbolic link that leads out of the root')
    throw error
  }
}

/** The folders that have to be made before a file can be, the uppermost first. */
export function missingFolders(file: string): readonly string[] {
  const folder = dirname(file)
  const stats = statsOf(folder)
  if (stats !== undefined || folder === dirname(folder)) return []
  return [...missingFolders(folder), folder]
}

/** What is there, without following it; undefined when nothing is. */
export const statsOf = (file: string): Stats | undefined => {
  try {
    return lstatSync(file, { throwIfNoEntry: false })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined
    throw error
  }
}

/** The names in a folder below a root, sorted; none where there is no such folder: /etc/sysconfig/network is a file on some systems. */
export function namesIn(root: string, folder: string): readonly string[] {
  try {
    return namesAt(below(root, folder))
  } catch (error) {
    if (error instanceof Unsafe) return []
    throw error
  }
}

/** The names in a folder, sorted; none where there is no such folder. */
export const namesAt = (folder: string): readonly string[] => (statsOf(folder)?.isDirectory() ? readdirSync(folder).sort() : [])
