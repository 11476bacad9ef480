import type { Report } from '../diagnostics/report.ts'
import type { Path } from '../model/leaf.ts'
import type { Network } from '../model/network.ts'
import { type PrintedFile, print } from '../print/print.ts'
import type { Obstacle, Requirement, Step, SymbolicLink } from './answer.ts'
import { Context, type Spelling, type TargetOptions } from './context.ts'
import { Ledger } from './ledger.ts'
import { type Accepted, type Allowance, type AllowLoss, LossReport, refuseForgotten } from './losses.ts'
import type { AnyTarget } from './target.ts'

/** All that a machine with that target needs. A target that lost something has no files. */
export interface TargetAnswer {
  readonly target: string
  readonly version: string
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
  /** Every leaf that must reach the target. */
  readonly leaves: readonly Path[]
  readonly options: TargetOptions
  readonly allowLoss: AllowLoss
  /** The allowances that some target needed. */
  readonly used: Set<Allowance>
}

/** Walks the network with a target's tables: what becomes of it is in the context's documents and its ledger. */
export const walkTarget = (
  target: AnyTarget,
  spelling: Spelling,
  { network, options }: Pick<Job, 'network' | 'options'>,
  report: Report,
): Context<unknown, unknown> => {
  const ledger = new Ledger()
  return target.place(<R, D>(possible: Network) => new Context<R, D>(spelling, possible, options, ledger, report), network)
}

/** Renders one target: all of it or nothing. */
export function renderTarget(target: AnyTarget, spelling: Spelling, job: Job, report: Report): TargetAnswer {
  const { target: id, assumed, text } = spelling
  if (assumed !== spelling.version) report.add('version-assumed', { target: text, assumed: `${id}@${assumed}` }, { target: text })
  const context = walkTarget(target, spelling, job, report)
  const { ledger } = context
  const losses = new LossReport(spelling, job.allowLoss, report, job.used)
  for (const loss of ledger.losses) losses.add(loss, job.network)
  const documents = context.documents.filter(document => !document.empty)
  const owners = documents.map(document => context.owners.get(document))
  const files = documents.map((document, i) => print(document, [madeBy(spelling), ...acceptedFor(owners[i], losses, new Set(owners))]))
  for (const line of files.flatMap(file => file.lines)) ledger.print(line.origins)
  const forgotten = refuseForgotten(ledger, job.leaves, job.network, spelling.text, report)
  refuseUnsafe(files)
  const failed = losses.failed || forgotten
  const { answer } = context
  return {
    target: spelling.target,
    version: spelling.version,
    failed,
    files: failed ? [] : [...files].sort((a, b) => (a.path < b.path ? -1 : 1)),
    links: failed ? [] : answer.links,
    services: answer.services,
    requires: answer.requires,
    apply: answer.steps,
    remove: answer.obstacles,
  }
}

const madeBy = ({ text }: Spelling): string => `Made by netglot for ${text}. Edit the description and render again.`

/** The accepted losses that a file tells of: those of its link and those of no link that has a file; all, where it is a file of all links. */
const acceptedFor = (owner: string | undefined, { accepted }: LossReport, owners: ReadonlySet<string | undefined>): readonly string[] =>
  accepted.filter(({ link }) => owner === undefined || link === owner || link === undefined || !owners.has(link)).map(acceptedLine)

/** A backslash at the end would join the next line to the comment; ifupdown2 takes blanks after it for nothing. */
const acceptedLine = ({ code, path, reason }: Accepted): string =>
  `Lost with your leave: ${path} (${code}): ${reason}`.replace(/[\\\s]+$/, '')

/** Two files with one path, or a secret that all may read, are faults of a target. */
const refuseUnsafe = (files: readonly PrintedFile[]): void => {
  const paths = new Set(files.map(file => file.path))
  if (paths.size !== files.length) throw new Error('two documents have the same path')
  const open = files.find(file => file.secret && !/^0[0-7][04]0$/.test(file.mode))
  if (open !== undefined) throw new Error(`${open.path} holds a secret and has mode ${open.mode}`)
}
