import type { AllowanceDescription } from '../description/schema/index.ts'
import { catalogue } from '../diagnostics/catalogue/index.ts'
import type { Report } from '../diagnostics/report.ts'
import { type Leaf, type Path, showPath } from '../model/leaf.ts'
import { leavesOf } from '../model/leaves.ts'
import type { Network } from '../model/network.ts'
import { perNetwork } from '../model/per-network.ts'
import type { Spelling } from './context.ts'
import { ownName } from './distributions/index.ts'
import type { Loss, LossClass } from './ledger.ts'

/** One loss that the user accepts: `ifupdown:NG5001:taps.*.alias`. */
export interface Allowance {
  readonly target: string
  readonly code: string
  /** As diagnostics name it; `*` stands for anything. */
  readonly path: string
  readonly reason: string | undefined
  /** Where the description says it; undefined when an option does. */
  readonly place: Path | undefined
}

/** Which losses are accepted: all of them, or those. */
export type AllowLoss = true | readonly Allowance[]

const slugs = {
  absent: 'lost-absent',
  value: 'lost-value',
  version: 'lost-version',
  conflict: 'lost-conflict',
  approximate: 'lost-approximate',
} as const satisfies Record<LossClass, string>

/** The code of a loss. */
export const codeOf = (loss: LossClass): string => catalogue[slugs[loss]].code

/** A loss that was accepted, for the header of the files. */
export interface Accepted {
  readonly code: string
  /** The id of the link that loses something; undefined when all do. */
  readonly link: string | undefined
  readonly path: string
  readonly reason: string
}

/** The allowances of the description itself. */
export const allowancesOf = (settings: readonly AllowanceDescription[] | undefined): readonly Allowance[] =>
  (settings ?? []).map(({ target, code, path, reason }, i) => ({ target, code, path, reason, place: ['x-netglot', 'allow-loss', i] }))

/** Turns a target's losses into diagnostics: errors, or warnings where they are allowed. */
export class LossReport {
  readonly accepted: Accepted[] = []
  failed = false
  /** What an allowance may call the target. */
  private readonly names: readonly string[]
  private readonly allow: AllowLoss
  private readonly report: Report
  private readonly used: Set<Allowance>

  constructor(spelling: Spelling, allow: AllowLoss, report: Report, used: Set<Allowance>) {
    this.names = namesOf(spelling)
    this.allow = allow
    this.report = report
    this.used = used
  }

  /** `target`: the stack that has the loss. */
  add(loss: Loss, network: Network, target: string): void {
    const { why, remedy } = loss
    const [path] = loss.leaf.origins
    if (path === undefined) {
      this.report.add('default-differs', { target, field: fieldOf(loss, network), why, remedy }, { target })
      return
    }
    const slug = slugs[loss.class]
    const code = codeOf(loss.class)
    const field = showPath(path)
    const allowance = this.allowanceFor(code, field)
    if (allowance === undefined) this.failed = true
    else this.accepted.push({ code, link: linkIn(path, network), path: field, reason: allowance.reason ?? why })
    const severity = allowance === undefined ? 'error' : 'warning'
    this.report.add(slug, { target, field, why, remedy }, { target, place: { path }, severity })
  }

  private allowanceFor(code: string, path: string): { readonly reason: string | undefined } | undefined {
    if (this.allow === true) return { reason: undefined }
    const found = this.allow.find(a => isFor(a, this.names) && a.code === code && matches(a.path, path))
    if (found !== undefined) this.used.add(found)
    return found
  }
}

/** Whether an allowance is for the spelling of these names. */
export const isFor = ({ target }: Allowance, names: readonly string[]): boolean => names.includes(ownName(target))

/** `ifupdown`, `ifupdown@0.8.41` and, where it was asked for by that, `debian-12`; for auto those of its stacks too. */
export const namesOf = ({ target, version, name, stacks }: Spelling): readonly string[] => [
  target,
  name,
  `${target}@${version}`,
  ...stacks.flatMap(namesOf),
]

const matches = (pattern: string, path: string): boolean =>
  new RegExp(
    `^${pattern
      .split('*')
      .map(part => part.replaceAll(/[.[\]()+?^$|{}\\]/g, '\\$&'))
      .join('.*')}$`,
  ).test(path)

/** The link that a path leads into: `taps.tap0.owner`. */
const linkIn = ([, id]: Path, network: Network): string | undefined => (typeof id === 'string' && idsIn(network).has(id) ? id : undefined)

const idsIn = perNetwork(({ links }) => new Set(links.map(link => link.id)))

/** The name of a field that nobody wrote: the link's id and the field. */
const fieldOf = (loss: Loss, network: Network): string => {
  const id = ownersIn(network).get(loss.leaf)
  return id === undefined ? loss.field : `${id}.${loss.field}`
}

/** The id of the first link that has a leaf. */
const ownersIn = perNetwork(({ links }) => {
  const owners = new Map<Leaf<unknown>, string>()
  for (const link of links) for (const leaf of leavesOf(link)) if (!owners.has(leaf)) owners.set(leaf, link.id)
  return owners
})
