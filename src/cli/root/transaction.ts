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
  /** What is not on the disk yet, and what it is called in an error. */
  private readonly unsynced = new Map<string, string>()
  private readonly durable: boolean

  /** `durable`: whether each step waits for the disk, so that it outlasts a loss of power. */
  constructor(durable: boolean) {
    this.durable = durable
  }

  private makeParents(file: string): void {
    for (const folder of missingFolders(file)) {
      mkdirSync(folder, { mode: 0o755 })
      this.undo.push({ file: folder, action: () => void attempt(() => rmdirSync(folder)) })
      // networkd and others read as a user of their own: a strict umask would shut them out.
      chmodSync(folder, 0o755)
      this.changed(dirname(folder))
    }
  }

  stage(file: string, content: Content): Staged {
    return this.stageBy(file, temporary => {
      writeNew(temporary, content)
      this.unsynced.set(temporary, file)
    })
  }

  stageLink(file: string, to: string): Staged {
    return this.stageBy(file, temporary => symlinkSync(to, temporary))
  }

  private stageBy(file: string, write: (temporary: string) => void): Staged {
    return atPlace(file, () => {
      this.makeParents(file)
      const temporary = beside(file, 'new')
      this.temporaries.add(temporary)
      write(temporary)
      return { temporary, file }
    })
  }

  /** Gives a staged file its name, over what has it now: only when its content is on the disk, or a loss of power leaves it empty. */
  put({ temporary, file }: Staged): void {
    if (this.unsynced.has(temporary)) this.sync()
    atPlace(file, () => {
      const old = this.keep(file)
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
    if (this.durable && !allToDisk([...this.unsynced.keys()])) for (const [place, name] of this.unsynced) atPlace(name, () => toDisk(place))
    this.unsynced.clear()
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
    this.unsynced.set(folder, folder)
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
