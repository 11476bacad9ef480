import type { Parsed } from './description/parse.ts'
import type { Description } from './description/schema/index.ts'
import type { Source } from './description/source.ts'
import type { Variables } from './description/substitute.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { Report } from './diagnostics/report.ts'
import { leavesOf } from './model/leaves.ts'
import type { Network } from './model/network.ts'
import type { Accounts } from './targets/context.ts'
import { type Allowance, type AllowLoss, allowancesOf, isFor, namesOf } from './targets/losses.ts'
import { PathTree } from './targets/path-tree.ts'
import { type Job, renderTarget, type TargetAnswer } from './targets/render-target.ts'
import { readSpellings } from './targets/spelling.ts'
import { understand } from './understand.ts'

export interface RenderOptions {
  /** `networkd`, `networkd@257`, `debian-12`, `netplan@debian-12`, `auto`, or `all`. */
  readonly targets: readonly string[]
  /** Losses to accept: all of them, or those. Default: none. */
  readonly allowLoss?: AllowLoss
  /** The numbers of users and groups, for targets that want numbers. */
  readonly accounts?: Accounts
  /** Also write files that change the whole machine and not only the described devices. Default: false. */
  readonly machineWide?: boolean
  /** What `${NAME}` stands for in values. Default: it stands for itself, as with netplan. */
  readonly variables?: Variables
}

export interface Rendered {
  /** One answer a target, in the order asked for. */
  readonly targets: readonly TargetAnswer[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Renders a description for the targets. Pure and deterministic: no clock, no chance, no look at this machine. Faults of the description
 * become diagnostics; what is thrown is a fault of netglot.
 */
export function render(source: Source, options: RenderOptions): Rendered {
  const report = new Report()
  const spellings = readSpellings(options.targets, report)
  const { parsed, ready } = understand(source, report, options.variables)
  const targets = parsed && ready ? renderAll(spellings, jobOf(parsed, ready.description, ready.network, options), report) : []
  return { targets, diagnostics: report.diagnostics(place => parsed?.locate(place)) }
}

const renderAll = (spellings: ReturnType<typeof readSpellings>, job: Job, report: Report): readonly TargetAnswer[] => {
  const answers = spellings.map(spelling => renderTarget(spelling, job, report))
  if (job.allowLoss !== true) for (const allowance of job.allowLoss) if (mayComplain(allowance, spellings, job)) complain(allowance, report)
  return answers
}

const jobOf = (parsed: Parsed, description: Description, network: Network, options: RenderOptions): Job => {
  const own = allowancesOf(description['x-netglot']?.['allow-loss'])
  const allowLoss = options.allowLoss === true ? true : [...(options.allowLoss ?? []), ...own]
  const machine = { accounts: options.accounts ?? { users: {}, groups: {} }, machineWide: options.machineWide ?? false }
  return { network, leaves: parsed.leaves, telling: telling(parsed, network), options: machine, allowLoss, used: new Set() }
}

/** The leaves that say something: an empty list or mapping that the model has no use for says nothing. Asked only of leaves that no target has a line for. */
const telling =
  ({ empty }: Parsed, network: Network): Job['telling'] =>
  paths => {
    const idle = new PathTree(paths.filter(path => empty.has(path)))
    for (const part of [...network.links, network.globals, network.noEffect])
      for (const { origins } of leavesOf(part)) for (const path of origins) idle.delete(path)
    const silent = new Set(idle.paths)
    return paths.filter(path => !silent.has(path))
  }

/** An allowance for a target that is not rendered now says nothing. */
const mayComplain = (allowance: Allowance, spellings: ReturnType<typeof readSpellings>, job: Job): boolean =>
  !job.used.has(allowance) && spellings.some(spelling => isFor(allowance, namesOf(spelling)))

const complain = ({ target, code, path, place }: Allowance, report: Report): void =>
  report.add('unneeded-allowance', { allowance: `${target}:${code}:${path}` }, { place: place && { path: place } })
