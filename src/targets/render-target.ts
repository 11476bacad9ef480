import type { Report } from '../diagnostics/report.ts'
import type { Path } from '../model/leaf.ts'
import type { Network } from '../model/network.ts'
import { type PrintedFile, print } from '../print/print.ts'
import { Answer, type Obstacle, type Requirement, type Step, type SymbolicLink } from './answer.ts'
import { divide, type Share } from './auto/divide.ts'
import { keepApart } from './auto/keep-apart.ts'
import { Context, type Gathered, type Spelling, type TargetOptions } from './context.ts'
import { type Adapted, adapt, unadapted } from './distributions/adapt.ts'
import { targets } from './index.ts'
import { Ledger } from './ledger.ts'
import { type Accepted, type Allowance, type AllowLoss, LossReport } from './losses.ts'
import { refuseForgotten } from './refuse-forgotten.ts'
import type { AnyTarget } from './target.ts'

/** All that a machine with that target needs. A target that lost something has no files. */
export interface TargetAnswer {
  readonly target: string
  readonly version: string
  /** The release of a distribution that it is for; undefined where none was asked for. */
  readonly distribution: string | undefined
  /** The stacks whose files these are: one, but for `auto`. */
  readonly stacks: readonly { readonly target: string; readonly version: string }[]
  /** As it was asked for: `networkd@252`, `debian-12`. */
  readonly name: string
  /** The same with the stack, for people: `debian-12 (ifupdown@0.8.41)`. */
  readonly text: string
  readonly failed: boolean
  readonly files: readonly PrintedFile[]
  readonly links: readonly SymbolicLink[]
  readonly services: { readonly enable: readonly string[]; readonly disable: readonly string[] }
  readonly requires: readonly Requirement[]
  readonly apply: readonly Step[]
  readonly remove: readonly Obstacle[]
}

export interface Job {
  readonly network: Network
  /** Every leaf that must reach the target, and some that say nothing. */
  readonly leaves: readonly Path[]
  /** Those of some of them that say something. */
  readonly telling: (paths: readonly Path[]) => readonly Path[]
  readonly options: TargetOptions
  readonly allowLoss: AllowLoss
  /** The allowances that some target needed. */
  readonly used: Set<Allowance>
}

/** Walks the network with a target's tables: what becomes of it is in the context's documents and its ledger. `gathered`: what other stacks of the answer have made. */
export const walkTarget = (
  target: AnyTarget,
  spelling: Spelling,
  { network, options }: Pick<Job, 'network' | 'options'>,
  report: Report,
  gathered?: Gathered,
): Context<unknown, unknown> => {
  const ledger = new Ledger()
  return target.place(<R, D>(possible: Network) => new Context<R, D>(spelling, possible, options, ledger, report, gathered), network)
}

/** Renders for one target: all of it or nothing. */
export function renderTarget(spelling: Spelling, job: Job, report: Report): TargetAnswer {
  const shares = spelling.stacks.length === 0 ? [{ spelling, network: job.network }] : divide(job.network, spelling, report)
  if (shares === undefined) return { ...headOf(spelling, []), ...nothing }
  for (const share of shares) tellAssumed(share.spelling, report)
  const gathered: Gathered = { answer: new Answer(), documents: [], owners: new Map() }
  if (spelling.stacks.length > 0) keepApart(shares, new Context(spelling, job.network, job.options, new Ledger(), report, gathered))
  const placed = shares.map(({ spelling: stack, network }) =>
    walkTarget(targetOf(stack), stack, { network, options: job.options }, report, gathered),
  )
  const ledgers = placed.map(({ ledger }) => ledger)
  const losses = new LossReport(spelling, job.allowLoss, report, job.used)
  for (const context of placed) for (const loss of context.ledger.losses) losses.add(loss, job.network, context.spelling.text)
  const files = printAll(gathered, spelling, losses).sort((a, b) => (a.path < b.path ? -1 : 1))
  const forgotten = refuseForgotten({ files, ledgers }, job, spelling.text, report)
  refuseUnsafe(files)
  const failed = losses.failed || forgotten
  const { answer } = gathered
  const { requires, apply, remove } = goesWith(answer, spelling, job.network)
  return Object.assign(headOf(spelling, shares), {
    failed,
    files: failed ? [] : files,
    links: failed ? [] : answer.links,
    services: answer.services,
    requires,
    apply,
    remove,
  })
}

const targetOf = ({ target: id }: Spelling): AnyTarget => {
  const target = targets[id]
  if (target === undefined) throw new Error(`no target ${id}`)
  return target
}

const headOf = ({ target, version, distribution, name, text }: Spelling, shares: readonly Share[]) => ({
  target,
  version,
  distribution: distribution?.name,
  stacks: shares.map(({ spelling }) => ({ target: spelling.target, version: spelling.version })),
  name,
  text,
})

const nothing = { failed: true, files: [], links: [], services: { enable: [], disable: [] }, requires: [], apply: [], remove: [] } as const

const tellAssumed = ({ target: id, assumed, version, text }: Spelling, report: Report): void => {
  if (assumed !== version) report.add('version-assumed', { target: text, assumed: `${id}@${assumed}` }, { target: text })
}

const printAll = ({ documents, owners }: Gathered, spelling: Spelling, losses: LossReport): PrintedFile[] => {
  const full = documents.filter(document => !document.empty)
  const header = [madeBy(spelling)]
  if (losses.accepted.length === 0) return full.map(document => print(document, header))
  const all = new Set(full.map(document => owners.get(document)))
  return full.map(document => print(document, [...header, ...acceptedFor(owners.get(document), losses, all)]))
}

/** Where a NIC waits for a reboot, all else comes with it. */
const goesWith = (answer: Answer, { target, distribution }: Spelling, network: Network): Adapted => {
  const adapted = distribution === undefined ? unadapted(answer) : adapt(answer, target, distribution, network)
  const { apply } = adapted
  const atReboot = apply.filter(step => step.when === 'reboot')
  const ordered = [...atReboot.filter(step => step.argv[0] !== 'systemctl'), ...atReboot.filter(step => step.argv[0] === 'systemctl')]
  return target === 'auto' && atReboot.length > 0 ? { ...adapted, apply: ordered } : adapted
}

const madeBy = ({ text }: Spelling): string => `Made by netglot for ${text}. Edit the description and render again.`

/** The accepted losses that a file tells of: those of its link and those of no link that has a file; all, where it is a file of all links. */
const acceptedFor = (owner: string | undefined, { accepted }: LossReport, owners: ReadonlySet<string | undefined>): readonly string[] =>
  accepted.filter(({ link }) => owner === undefined || link === owner || link === undefined || !owners.has(link)).map(acceptedLine)

/** A backslash at the end would join the next line to the comment; ifupdown2 takes blanks after it for nothing. */
const acceptedLine = ({ code, path, reason }: Accepted): string =>
  `Lost with your leave: ${path} (${code}): ${reason}`.replace(/[\\\s]+$/, '')

/** Two files with one path, or a secret that all may read, are faults of a target. The files are in the order of their paths. */
const refuseUnsafe = (files: readonly PrintedFile[]): void => {
  if (files.some((file, i) => file.path === files[i - 1]?.path)) throw new Error('two documents have the same path')
  const open = files.find(file => file.secret && !/^0[0-7][04]0$/.test(file.mode))
  if (open !== undefined) throw new Error(`${open.path} holds a secret and has mode ${open.mode}`)
}
