import { check } from '../description/check.ts'
import { parse } from '../description/parse.ts'
import { Report } from '../diagnostics/report.ts'
import type { Path } from '../model/leaf.ts'
import type { Network } from '../model/network.ts'
import { normalise } from '../normalise/index.ts'
import { print } from '../print/print.ts'
import type { Context, Spelling } from '../targets/context.ts'
import { targets } from '../targets/index.ts'
import type { Loss } from '../targets/ledger.ts'
import { walkTarget } from '../targets/render-target.ts'
import { everySpelling } from '../targets/spelling.ts'
import type { AnyTarget } from '../targets/target.ts'
import { baseFor, type LeafPath, put, type Value } from './leaf-bases.ts'

/** A line that a value becomes, and the file that it stands in. */
export interface Line {
  readonly path: string
  readonly text: string
}

/**
 * What becomes of a value on one target: an option of the system's own files, a command in them, a line of a file beside them, something near it
 * only, nothing because it needs no line, or nothing at all.
 */
export type How = 'native' | 'command' | 'side' | 'approximate' | 'implied' | 'lost'

export interface Outcome {
  readonly how: How
  readonly lines: readonly Line[]
  /** Why it is lost or needs no line. */
  readonly why: string | undefined
  /** The loss, where it is one. */
  readonly loss: Loss | undefined
}

/** Every known version of every stack. */
export const spellings: readonly Spelling[] = everySpelling()

/** Numbers for the accounts of the examples. */
const accounts = { users: { qemu: 64055 }, groups: { kvm: 104 } }

/** What becomes of a value at a path, on every target; undefined where no description can have it. */
export function tryValue(path: LeafPath, value: Value): ReadonlyMap<Spelling, Outcome> | undefined {
  const network = networkOf(put(baseFor(path, value), path, value))
  if (network === undefined) return undefined
  return new Map(spellings.map(spelling => [spelling, outcomeOn(spelling, network, path)]))
}

const networkOf = (tree: Value | undefined): Network | undefined => {
  const report = new Report()
  const parsed = parse([{ name: 'reference.yaml', text: JSON.stringify({ network: tree }) }], report)
  const description = parsed && check(parsed, report)
  const network = description && normalise(description, report)
  return report.failed ? undefined : network
}

const outcomeOn = (spelling: Spelling, network: Network, path: LeafPath): Outcome => {
  const target = targets[spelling.target]
  if (target === undefined) throw new Error(`there is no target ${spelling.target}`)
  const context = walkTarget(target, spelling, { network, options: { accounts, machineWide: false } }, new Report())
  const loss = context.ledger.losses.find(({ leaf }) => isFrom(leaf.origins, path))
  const lines = linesFrom(context, path)
  return { how: howOf(target, lines, loss), lines, why: loss?.why ?? impliedBy(context, path), loss }
}

/** Whether something comes from the path, or from a part of it. */
const isFrom = (origins: readonly Path[], path: LeafPath): boolean =>
  origins.some(origin => path.every((part, i) => String(origin[i]) === String(part)))

const linesFrom = (context: Context<unknown, unknown>, path: LeafPath): readonly Line[] =>
  context.documents
    .filter(document => !document.empty)
    .map(document => print(document, []))
    .flatMap(file => {
      const texts = file.content.split('\n')
      return file.lines.flatMap((line, i) => (isFrom(line.origins, path) ? [{ path: file.path, text: texts[i] ?? '' }] : []))
    })

const impliedBy = ({ ledger }: Context<unknown, unknown>, path: LeafPath): string | undefined =>
  ledger.implied.find(implied => isFrom([implied.path], path))?.why

const howOf = ({ native, commands }: AnyTarget, lines: readonly Line[], loss: Loss | undefined): How => {
  if (loss !== undefined) return loss.class === 'approximate' ? 'approximate' : 'lost'
  if (lines.length === 0) return 'implied'
  const own = lines.filter(line => native.test(line.path))
  if (own.length === 0) return 'side'
  return own.every(line => commands?.test(line.text)) ? 'command' : 'native'
}
