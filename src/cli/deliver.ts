import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { DocumentFormat, Format, TreeFormat } from '../formats/format.ts'
import { type FormatName, loadFormat } from '../formats/index.ts'
import type { TargetAnswer } from '../targets/render-target.ts'
import { toStdout } from './emit.ts'
import { notCarried } from './not-carried.ts'
import { UsageError } from './outcome.ts'
import { sourceDate } from './source-date.ts'
import { besideInTheWay, refuseBeside, writeBeside } from './write-beside.ts'
import { writeOutput } from './write-output.ts'
import { type WriteOptions, writeRoot } from './write-root.ts'

export interface DeliverOptions extends WriteOptions {
  readonly format: FormatName
  /** The file or folder to write; standard output without. */
  readonly output: string | undefined
  /** What an answer of several is called. */
  readonly nameOf: (answer: TargetAnswer) => string
}

/** Answers that went well, in a format. Returns what went wrong, and what the user has to see to. */
export async function deliver(answers: readonly TargetAnswer[], options: DeliverOptions): Promise<readonly Diagnostic[]> {
  const format = await loadFormat(options.format)
  refuseUsage(answers, format, options)
  return answers
    .filter(({ failed }) => !failed)
    .flatMap(answer => deliverOne(answer, format, options, placeOf(answer, answers, format, options)))
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

/** One answer in a format. */
export function deliverOne(
  answer: TargetAnswer,
  format: Format,
  options: DeliverOptions,
  place: string | undefined,
): readonly Diagnostic[] {
  const told = notCarried(answer, options.format, format.carries, options.accounts)
  if (told.some(({ severity }) => severity === 'error')) return told
  const troubles = format.kind === 'tree' ? writeTree(answer, format, place ?? '.', options) : writeDocument(answer, format, place, options)
  return [...troubles, ...told]
}

function writeDocument(
  answer: TargetAnswer,
  format: DocumentFormat,
  place: string | undefined,
  { accounts }: DeliverOptions,
): readonly Diagnostic[] {
  const printed = format.print(answer, { accounts, epoch: sourceDate() })
  if (place !== undefined) return writeOutput(place, printed, answer.files.some(({ secret }) => secret) ? 0o600 : 0o644, answer.text)
  toStdout(printed)
  return []
}

/** The files below the root of the tree as below any root; in a tree all belong to whoever builds the image. */
function writeTree(answer: TargetAnswer, format: TreeFormat, place: string, options: DeliverOptions): readonly Diagnostic[] {
  const beside = format.beside(answer)
  const inTheWay = options.force ? [] : besideInTheWay(format, beside, place)
  if (inTheWay.length > 0) return refuseBeside(inTheWay, answer.text)
  const inTree = format.inTree(answer)
  const ofRoot = { ...inTree, files: inTree.files.map(file => ({ ...file, owner: 'root', group: 'root' })) }
  const { plan, diagnostics } = writeRoot(ofRoot, join(place, format.root), options)
  // Whose the files are is told to the image.
  return plan === undefined ? diagnostics : writeBeside(format, beside, place, answer.text)
}
