import { availableParallelism } from 'node:os'
import { type FormatName, isFormat } from '../../formats/index.ts'
import { single } from '../options.ts'
import { UsageError } from '../outcome.ts'
import type { Wishes } from '../root/wishes.ts'
import { isTerminal } from '../standard-streams.ts'
import type { Output } from './settings.ts'

/** The options that say where a fleet goes. */
export interface FleetGiven extends Wishes {
  readonly format: string
  readonly root?: string | readonly string[] | undefined
  readonly output?: string | readonly string[] | undefined
  readonly jobs?: string | readonly string[] | undefined
}

export interface Destination {
  readonly output: Output
  /** The file of an archive; standard output without. */
  readonly file: string | undefined
}

/** Where a fleet goes, by -o and --format. */
export function destinationOf(given: FleetGiven): Destination {
  if (given.root !== undefined) throw new UsageError('--fleet writes many hosts, and --root is for one system: give -o DIR')
  const destination = read(given.format, single('output', given.output))
  const { kind } = destination.output
  for (const option of ['check', 'force', 'prune'] as const)
    if (given[option] === true && (kind === 'archive' || kind === 'answers'))
      throw new UsageError(`--${option} is about files that are there already: give -o DIR`)
  return destination
}

const read = (format: string, output: string | undefined): Destination => {
  const one = output?.endsWith('.tar') === true
  if (one && format !== 'tar' && isFormat(format))
    throw new UsageError(`-o ${output} is an archive of all files: give -o DIR to have each host’s ${format} there`)
  if (output !== undefined) return into(output, one ? 'archive' : isFormat(format) ? format : 'trees')
  if (format === 'json') return { output: { kind: 'answers' }, file: undefined }
  if (format !== 'tar') throw new UsageError('say where the files of the hosts go: -o DIR, or -o FILE.tar')
  if (isTerminal(1)) throw new UsageError('an archive is nothing for a terminal: give -o FILE.tar, or send it into a pipe')
  return { output: { kind: 'archive' }, file: undefined }
}

const into = (output: string, what: 'archive' | 'trees' | FormatName): Destination => {
  if (what === 'archive') return { output: { kind: 'archive' }, file: output }
  if (what === 'trees') return { output: { kind: 'trees', folder: output }, file: undefined }
  return { output: { kind: 'format', folder: output, format: what }, file: undefined }
}

/** For fewer hosts than that a thread costs more than it gains. */
const worthIt = 100
const mostJobs = 256

/** How many threads work, of `--jobs` or for so many hosts. */
export function jobsOf(given: FleetGiven['jobs'], hosts: number): number {
  const text = single('jobs', given)
  if (text === undefined) return Math.min(availableParallelism(), Math.max(1, Math.floor(hosts / worthIt)))
  if (!/^\d{1,3}$/.test(text) || Number(text) < 1 || Number(text) > mostJobs)
    throw new UsageError(`--jobs is a number from 1 to ${mostJobs}`)
  return Number(text)
}
