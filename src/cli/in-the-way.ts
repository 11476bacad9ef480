import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { claimsOf } from './claims.ts'
import type { Devices } from './described.ts'
import { found } from './found.ts'
import { leftOverOf } from './left-over.ts'
import { type InTheWay, obstaclesOf } from './obstacles.ts'
import type { Known } from './root/known.ts'
import type { Placed } from './root/places.ts'
import { type SecondStack, secondStacksOf } from './services.ts'

/** All that would fight with an answer below a root. */
export interface Found {
  /** What `--force` moves aside, and of it `--prune` removes what is left over. */
  readonly files: readonly InTheWay[]
  /** What only a person can switch off: moving a link would leave the service running, and what else its unit asks for enabled. */
  readonly services: readonly SecondStack[]
}

export interface Around {
  readonly answer: TargetAnswer
  readonly placed: readonly Placed[]
  readonly devices: () => Devices
  readonly root: string
  readonly known: Known
  /** All that may have files there. */
  readonly answers?: readonly TargetAnswer[]
}

/** Looks below the root for whatever claims a described device, or stands where the answer's files go. */
export function lookAround({ answer, placed, devices, root, known, answers = [answer] }: Around): Found {
  const all = [...leftOverOf(answers, root, known), ...obstaclesOf(placed, answer.remove, root, known), ...claimsOf(devices, root)]
  const files = new Map(all.toReversed().map(one => [one.file, one]))
  return { files: [...files.values()].toReversed(), services: secondStacksOf(answer, devices, root) }
}

/** Diagnostics of what is in the way and stays there. */
export const filesInTheWay = (files: readonly InTheWay[], target: string): readonly Diagnostic[] =>
  files.map(({ file, why, slug, prunable }) =>
    slug === 'left-over' ? found(slug, { file, why, prunable: prunable === true }, { target }) : found(slug, { file, why }, { target }),
  )

export const servicesInTheWay = ({ services }: Found, target: string, root: string): readonly Diagnostic[] =>
  services.map(({ service, why }) => found('second-stack', { service, why, root: resolve(root) }, { target }))
