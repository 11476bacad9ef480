import { statSync } from 'node:fs'
import type { Made } from '../../formats/manifest.ts'
import type { Accounts } from '../../targets/context.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import type { Devices } from '../described.ts'
import { type Found, lookAround } from '../in-the-way.ts'
import type { InTheWay } from '../obstacles.ts'
import { Unsafe } from '../safe-path.ts'
import { Known } from './known.ts'
import { type Placed, placesOf } from './places.ts'
import { wantedOf } from './wanted.ts'

export interface PlanOptions {
  /** Whether what is in the way moves to a backup. */
  readonly force: boolean
  /** Whether what is left over, as netglot wrote it, goes. */
  readonly prune: boolean
  /** The numbers of the owners of files; `root` is 0. */
  readonly accounts: Accounts
  /** The devices that nothing else below the root may claim. */
  readonly devices: () => Devices
  /** The version of netglot. */
  readonly netglot: string
  /** The sha256 of the description. */
  readonly description: string
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
  const placed = placesOf(wantedOf(answer, options.accounts), root)
  const around = lookAround({ answer, placed, devices: options.devices, root, known })
  const folder = placed.find(({ present }) => present?.isFolder)
  if (folder !== undefined) throw new Unsafe(folder.file, 'it is a directory')
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
