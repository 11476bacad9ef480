import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { toStdout } from '../emit.ts'
import { exit, statusOf } from '../outcome.ts'
import { trouble } from '../write-root.ts'
import { type Archive, openArchive } from './archive.ts'
import type { BadHost, BatchResult } from './batch.ts'
import type { Host } from './hosts.ts'
import type { Places } from './places.ts'
import { inBatches } from './pool.ts'
import { Progress } from './progress.ts'
import { Reported } from './reported.ts'
import type { Settings } from './settings.ts'
import { Tally } from './tally.ts'
import { tellBad } from './told.ts'
import { type Counts, sum } from './written.ts'

export interface Hosts {
  readonly names: readonly string[]
  readonly hostOf: (name: string) => Host
}

/** Where the hosts go. */
export interface Where {
  /** The file of an archive; standard output without. */
  readonly file: string | undefined
  /** Their places in a folder. */
  readonly places: Places | undefined
}

/** What became of a fleet. */
export interface Outcome {
  readonly tally: Tally
  readonly counts: Counts
  readonly bad: readonly { readonly host: string; readonly why: string }[]
  readonly status: number
  readonly diagnostics: readonly Diagnostic[]
  /** For a report: what was found in the hosts, and their files. */
  readonly reported: readonly Diagnostic[]
  readonly files: readonly string[]
}

/** More than that nobody reads in full; the list at the end has them all. */
const mostTold = 20
const largestBatch = 64

/** Renders and delivers all hosts, and tells of each as it comes. */
export async function runFleet(hosts: Hosts, settings: Settings, jobs: number, { file, places }: Where): Promise<Outcome> {
  const run = new Run(hosts.names.length)
  let archive: Archive | undefined
  try {
    archive = settings.output.kind === 'archive' ? openArchive(file) : undefined
    for await (const result of inBatches(batchesOf(knowing(hosts, places), jobs), { settings, hosts: hosts.names.length / jobs }, jobs)) {
      run.take(result, archive)
      places?.take(result.documents)
    }
    archive?.end(run.secret)
    return run.outcome([])
  } catch (error) {
    archive?.abandon()
    if (settings.output.kind !== 'archive') throw error
    return run.outcome([trouble('file-unwritable', error, file ?? 'standard output')])
  } finally {
    run.progress.clear()
  }
}

const knowing = ({ names, hostOf }: Hosts, places: Places | undefined): Hosts =>
  places === undefined ? { names, hostOf } : { names, hostOf: name => places.known(hostOf(name)) }

/** Small enough that all threads have something to do until the end. */
function* batchesOf({ names, hostOf }: Hosts, jobs: number): Generator<readonly Host[]> {
  const size = Math.max(1, Math.min(largestBatch, Math.ceil(names.length / jobs / 8)))
  for (let at = 0; at < names.length; at += size) yield names.slice(at, at + size).map(hostOf)
}

class Run {
  readonly progress: Progress
  secret = false
  private readonly tally = new Tally()
  private readonly bad: { host: string; why: string }[] = []
  private readonly told = new Set<string>()
  private readonly reported = new Reported()
  private readonly files = new Set<string>()
  private counts: Counts = sum([])
  private done = 0
  private status: number = exit.done

  constructor(total: number) {
    this.progress = new Progress(total)
  }

  take(batch: BatchResult, archive: Archive | undefined): void {
    this.tally.join(batch.notes, batch.needs)
    this.counts = sum([this.counts, batch.counts])
    this.done += batch.hosts
    this.status = Math.max(this.status, batch.status)
    this.secret ||= batch.secret
    for (const host of batch.bad) {
      this.bad.push({ host: host.name, why: host.why })
      this.tellErrors(host)
    }
    for (const { host, diagnostics } of batch.reported) this.reported.add(host, diagnostics)
    for (const file of batch.files) this.files.add(file)
    if (batch.json !== '') toStdout(batch.json)
    archive?.add(batch.members)
    this.progress.step(this.done, this.bad.length)
  }

  /** What is wrong with what all share is wrong with each host, and told once. */
  private tellErrors(host: BadHost): void {
    if (host.errors === '' || this.told.size >= mostTold || this.told.has(host.errors)) return
    this.told.add(host.errors)
    this.progress.clear()
    tellBad(host)
  }

  outcome(diagnostics: readonly Diagnostic[]): Outcome {
    const { tally, counts, bad, reported } = this
    return {
      tally,
      counts,
      bad,
      diagnostics,
      reported: reported.all,
      files: [...this.files],
      status: Math.max(this.status, statusOf(diagnostics)),
    }
  }
}
