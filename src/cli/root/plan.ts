import { statSync } from 'node:fs'
import type { Accounts } from '../../targets/context.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import type { Devices } from '../described.ts'
import { type Found, lookAround } from '../in-the-way.ts'
import type { InTheWay } from '../obstacles.ts'
import { below, statsOf, Unsafe } from '../safe-path.ts'
import { Known } from './known.ts'
import type { Made } from './manifest.ts'
import { type Present, presentAt } from './present.ts'
import { type Difference, differencesOf, type Wanted, wantedOf } from './wanted.ts'

export interface PlanOptions {
  /** Whether what is in the way moves to a backup. */
  readonly force: boolean
  /** Whether what is left over, as netglot wrote it, goes. */
  readonly prune: boolean
  /** The numbers of the owners of files; `root` is 0. */
  readonly accounts: Accounts
  /** The devices that nothing else below the root may claim. */
  readonly devices: Devices
  /** The version of netglot. */
  readonly netglot: string
  /** The sha256 of the description. */
  readonly description: string
}

/** One place of the answer, and what is there now. */
export interface Placed {
  readonly wanted: Wanted
  readonly file: string
  readonly present: Present | undefined
  /** Empty when nothing is there, and when all is right. */
  readonly differences: readonly Difference[]
}

/** What writing an answer below a root comes to. */
export interface Plan extends Made {
  readonly root: string
  readonly known: Known
  readonly placed: readonly Placed[]
  /** The places that are not as they should be. */
  readonly changes: readonly Placed[]
  readonly prune: readonly InTheWay[]
  readonly backUp: readonly InTheWay[]
  /** What is in the way and stays: then nothing may be written. */
  readonly stays: readonly InTheWay[]
  readonly services: Found['services']
}

/** Compares an answer with what is below a root. Writes nothing. */
export function planRoot(answer: TargetAnswer, root: string, options: PlanOptions): Plan {
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === false) throw new Unsafe(root, 'it is no directory')
  const known = new Known(root)
  const wanted = wantedOf(answer, options.accounts)
  const around = lookAround({ answer, wanted, devices: options.devices, root, known })
  const placed = wanted.map(one => placeOf(one, below(root, one.path)))
  const prune = options.prune ? around.files.filter(({ prunable }) => prunable) : []
  const others = around.files.filter(one => !prune.includes(one))
  return {
    root,
    answer,
    known,
    placed,
    changes: placed.filter(({ present, differences }) => present === undefined || differences.length > 0),
    prune,
    backUp: options.force ? others : [],
    stays: options.force ? [] : others,
    services: around.services,
    description: options.description,
    netglot: options.netglot,
  }
}

const placeOf = (wanted: Wanted, file: string): Placed => {
  if (statsOf(file)?.isDirectory()) throw new Unsafe(file, 'it is a directory')
  const present = presentAt(file)
  return { wanted, file, present, differences: present === undefined ? [] : differencesOf(wanted, present) }
}
