import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DocumentFormat, Format } from '../formats/format.ts'
import { type FormatName, loadFormat } from '../formats/index.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { toStdout } from './emit.ts'
import { notCarried } from './not-carried.ts'
import { UsageError } from './outcome.ts'
import { type FileChanges, joined, noChanges } from './root/file-changes.ts'
import { withManifest } from './root/manifest-of-answer.ts'
import { sourceDate } from './source-date.ts'
import { writeFormatTree } from './write-format-tree.ts'
import { writeOutput } from './write-output.ts'
import type { WriteOptions } from './write-root.ts'

export interface DeliverOptions extends WriteOptions {
  readonly format: FormatName
  /** The file or folder to write; standard output without. */
  readonly output: string | undefined
  /** What an answer of several is called. */
  readonly nameOf: (answer: TargetAnswer) => string
}

/** Answers that went well, in a format. Returns what was written, or with `check` would be, what went wrong, and what the user has to see to. */
export async function deliver(answers: readonly TargetAnswer[], options: DeliverOptions): Promise<DeliveredOne> {
  const format = await loadFormat(options.format)
  refuseUsage(answers, format, options)
  const all = answers
    .filter(({ failed }) => !failed)
    .map(answer => deliverOne(answer, format, options, placeOf(answer, answers, format, options)))
  return {
    changes: all.map(({ changes }) => changes).reduce(joined, noChanges),
    diagnostics: all.flatMap(({ diagnostics }) => diagnostics),
  }
}

function refuseUsage(answers: readonly TargetAnswer[], { kind }: Format, { format, output, force, prune }: DeliverOptions): void {
  if (kind === 'document' && (force || prune))
    throw new UsageError(`--${force ? 'force' : 'prune'} is about the files below a root, and --format ${format} has none`)
  if (kind === 'tree' && output === undefined) throw new UsageError(`--format ${format} is a folder: say which with -o DIR`)
  if (answers.length > 1 && output === undefined)
    throw new UsageError(`--format ${format} is for one target: give one with -t, or -o DIR to have each in a file of its own`)
  if (format === 'tar' && output === undefined && process.stdout.isTTY)
    throw new UsageError('an archive is nothing for a terminal: give -o FILE, or send it into a pipe')
}

/** One answer goes to the place that was named, several go into a folder of that name. */
const placeOf = (
  answer: TargetAnswer,
  answers: readonly TargetAnswer[],
  format: Format,
  { output, nameOf }: DeliverOptions,
): string | undefined =>
  output === undefined || answers.length === 1 ? output : join(output, `${nameOf(answer)}${format.kind === 'tree' ? '' : format.extension}`)

/** What became of an answer in a format. Of a document on standard output nothing is told. */
export interface DeliveredOne {
  readonly changes: FileChanges
  readonly diagnostics: readonly Diagnostic[]
}

function deliverOne(answer: TargetAnswer, format: Format, options: DeliverOptions, place: string | undefined): DeliveredOne {
  const told = notCarried(answer, options.format, format.carries, options.accounts)
  if (told.some(({ severity }) => severity === 'error')) return { changes: noChanges, diagnostics: told }
  const { changes, diagnostics } =
    format.kind === 'tree' ? writeFormatTree(answer, format, place ?? '.', options) : writeDocument(answer, format, place, options)
  return { changes, diagnostics: [...diagnostics, ...told] }
}

function writeDocument(
  answer: TargetAnswer,
  format: DocumentFormat,
  place: string | undefined,
  { accounts, check, description }: DeliverOptions,
): DeliveredOne {
  const whole = format.manifest ? withManifest(answer, description) : answer
  const printed = format.print(whole, { accounts, epoch: sourceDate() })
  if (place === undefined) {
    toStdout(printed)
    return { changes: noChanges, diagnostics: [] }
  }
  const mode = answer.files.some(({ secret }) => secret) ? 0o600 : 0o644
  if (check) return { changes: documentChanges(place, printed, mode), diagnostics: [] }
  return { changes: noChanges, diagnostics: writeOutput(place, printed, mode, answer.text) }
}

const documentChanges = (file: string, printed: string | Uint8Array, mode: number): FileChanges => {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (stats === undefined) return { ...noChanges, created: [file] }
  const same = stats.isFile() && (stats.mode & 0o777) === mode && Buffer.from(printed).equals(readFileSync(file))
  return { ...noChanges, [same ? 'unchanged' : 'changed']: [file] }
}
