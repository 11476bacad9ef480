import type { Accounts } from '../targets/context.ts'
import type { TargetAnswer } from '../targets/render-target.ts'

/** What a format can say beside the files of an answer. What it can't, the user is told of. */
export interface Carries {
  readonly packages: boolean
  /** `systemd`: it knows units, and no services of OpenRC. */
  readonly services: 'none' | 'systemd' | 'all'
  /** Whether it takes away what a stock system may have in the way. */
  readonly obstacles: boolean
  /** Whether it makes the initramfs anew where a file needs that. */
  readonly initramfs: boolean
  readonly links: boolean
  /** By what files have their owners: a name that the system looks up, or a number beside it. */
  readonly owners: 'name' | 'number'
  /** Whether it keeps cloud-init from writing a network configuration of its own. */
  readonly cloudInit: boolean
  /** Why a password in it is less safe than in the file itself, where that is so. */
  readonly exposed: string | undefined
}

export interface FormatOptions {
  /** The numbers of the owners of files. */
  readonly accounts: Accounts
  /** The time that files are said to be of, in seconds. */
  readonly epoch: number
}

/** A format that is one document, for one answer. */
export interface DocumentFormat {
  readonly kind: 'document'
  /** Of a file that holds one. */
  readonly extension: string
  /** Whether it can write where the manifest of the files is. */
  readonly manifest: boolean
  readonly carries: Carries
  readonly print: (answer: TargetAnswer, options: FormatOptions) => string | Uint8Array
}

/** A file that belongs to the tree and is none of the answer's. */
export interface BesideFile {
  /** Relative to the folder of the tree. */
  readonly path: string
  readonly mode: string
  readonly content: string
}

/** A format that is a folder, in which the files of the system lie below another. */
export interface TreeFormat {
  readonly kind: 'tree'
  /** Where the root of the system is in the tree. */
  readonly root: string
  readonly carries: Carries
  readonly beside: (answer: TargetAnswer) => readonly BesideFile[]
  /** Every path that `beside` may have, so that what is no longer needed can go. */
  readonly places: readonly string[]
}

export type Format = DocumentFormat | TreeFormat
