import { chmodSync, mkdirSync, renameSync, rmdirSync, rmSync, symlinkSync, unlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { atPlace } from '../at-place.ts'
import { systemReason } from '../found.ts'
import { missingFolders, statsOf } from '../safe-path.ts'
import { allToDisk, type Content, toDisk, writeNew } from './durable.ts'
import { linkOrCopy } from './second-name.ts'
import { beside } from './temporary.ts'

/** A file that is written in full beside its place, and needs only its name. */
export interface Staged {
  readonly temporary: string
  readonly file: string
  /** Whether nothing had its name when that was looked up. */
  readonly isNew: boolean
}

/** What is not on the disk yet. */
interface Unsynced {
  /** What it is called in an error. */
  readonly name: string
  /** A folder on its file system. */
  readonly folder: string
}

/** What could not be put back. */
export interface NotUndone {
  readonly file: string
  readonly why: string
}

/**
 * Changes of files, each in one step, that can be taken back until they are all done. What a step replaces keeps a second name for that long: on a
 * full disk nothing could be written to put it back.
 */
export class Transaction {
  private readonly undo: { readonly file: string; readonly action: () => void }[] = []
  private readonly temporaries = new Set<string>()
  private readonly old: string[] = []
  private readonly unsynced = new Map<string, Unsynced>()
  /** The folders that are there. */
  private readonly folders = new Set<string>()
  private readonly durable: boolean

  /** `durable`: whether each step waits for the disk, so that it outlasts a loss of power. */
  constructor(durable: boolean) {
    this.durable = durable
  }

  private makeParents(file: string): void {
    if (this.folders.has(dirname(file))) return
    for (const folder of missingFolders(file)) {
      mkdirSync(folder, { mode: 0o755 })
      this.undo.push({ file: folder, action: () => void attempt(() => rmdirSync(folder)) })
      // networkd and others read as a user of their own: a strict umask would shut them out.
      chmodSync(folder, 0o755)
      this.changed(dirname(folder))
    }
    this.folders.add(dirname(file))
  }

  /** `isNew`: that nothing has the name is known, and need not be looked up again. */
  stage(file: string, content: Content, isNew = false): Staged {
    return this.stageBy(file, isNew, temporary => {
      writeNew(temporary, content)
      this.unsynced.set(temporary, { name: file, folder: dirname(file) })
    })
  }

  stageLink(file: string, to: string, isNew = false): Staged {
    return this.stageBy(file, isNew, temporary => symlinkSync(to, temporary))
  }

  private stageBy(file: string, isNew: boolean, write: (temporary: string) => void): Staged {
    return atPlace(file, () => {
      this.makeParents(file)
      const temporary = beside(file, 'new')
      this.temporaries.add(temporary)
      write(temporary)
      return { temporary, file, isNew }
    })
  }

  /** Gives a staged file its name, over what has it now: only when its content is on the disk, or a loss of power leaves it empty. */
  put({ temporary, file, isNew }: Staged): void {
    if (this.unsynced.has(temporary)) this.sync()
    atPlace(file, () => {
      const old = isNew ? undefined : this.keep(file)
      renameSync(temporary, file)
      this.temporaries.delete(temporary)
      this.did(file, () => (old === undefined ? unlinkSync(file) : renameSync(old, file)))
    })
  }

  remove(file: string): void {
    atPlace(file, () => {
      const old = this.keep(file)
      if (old === undefined) return
      unlinkSync(file)
      this.did(file, () => renameSync(old, file))
    })
  }

  move(file: string, to: string): void {
    atPlace(file, () => renameSync(file, to))
    this.did(file, () => renameSync(to, file))
  }

  /** Gives a file a second name. */
  copy(file: string, to: string): void {
    atPlace(to, () => linkOrCopy(file, to))
    this.did(to, () => unlinkSync(to))
  }

  /** Waits until all that was done so far is on the disk. */
  sync(): void {
    const { durable, unsynced } = this
    if (durable && !allToDisk(new Set([...unsynced.values()].map(({ folder }) => folder)), unsynced.size))
      for (const [place, { name }] of unsynced) atPlace(name, () => toDisk(place))
    unsynced.clear()
  }

  /** All is done. A second name that can't be removed now, the next run removes. */
  commit(): void {
    for (const file of this.old) attempt(() => rmSync(file, { force: true }))
  }

  /** Takes all back, the last first. Returns what could not be. */
  rollback(): readonly NotUndone[] {
    for (const temporary of this.temporaries) {
      attempt(() => rmSync(temporary, { force: true }))
      this.unsynced.delete(temporary)
    }
    const failed = this.undo.toReversed().flatMap(({ file, action }) => {
      const why = attempt(action)
      return why === undefined ? [] : [{ file, why }]
    })
    this.commit()
    if (this.durable) for (const place of this.unsynced.keys()) attempt(() => toDisk(place))
    return failed
  }

  private keep(file: string): string | undefined {
    if (statsOf(file) === undefined) return undefined
    const old = beside(file, 'old')
    this.old.push(old)
    linkOrCopy(file, old)
    return old
  }

  private did(file: string, action: () => void): void {
    this.undo.push({ file, action })
    this.changed(dirname(file))
  }

  private changed(folder: string): void {
    this.unsynced.set(folder, { name: folder, folder })
  }
}

/** Does what it can; returns why it could not. */
const attempt = (action: () => void): string | undefined => {
  try {
    action()
    return undefined
  } catch (error) {
    const why = systemReason(error)
    if (why === undefined) throw error
    return why
  }
}
