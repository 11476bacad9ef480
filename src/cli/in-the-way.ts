import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { claimsOf } from './claims.ts'
import type { Devices } from './described.ts'
import { found } from './found.ts'
import { leftOverOf } from './left-over.ts'
import { type InTheWay, obstaclesOf } from './obstacles.ts'
import { type SecondStack, secondStacksOf } from './services.ts'

/** All that would fight with an answer below a root. */
export interface Found {
  /** What `--adopt` moves aside. */
  readonly files: readonly InTheWay[]
  /** What only a person can switch off: moving a link would leave the service running, and what else its unit asks for enabled. */
  readonly services: readonly SecondStack[]
}

/** Looks below the root for whatever claims a described device, or stands where the answer's files go. `answers`: all that may have files there. */
export function lookAround(answer: TargetAnswer, devices: Devices, root: string, answers: readonly TargetAnswer[] = [answer]): Found {
  const all = [...leftOverOf(answers, root), ...obstaclesOf(answer, root), ...claimsOf(devices.all, root)]
  return {
    files: all.filter(({ file }, i) => all.findIndex(other => other.file === file) === i),
    services: secondStacksOf(answer, devices, root),
  }
}

export const filesInTheWay = ({ files }: Found, target: string): readonly Diagnostic[] =>
  files.map(({ file, why }) => found('in-the-way', { file, why }, { target }))

export const servicesInTheWay = ({ services }: Found, target: string, root: string): readonly Diagnostic[] =>
  services.map(({ service, why }) => found('second-stack', { service, why, root: resolve(root) }, { target }))
