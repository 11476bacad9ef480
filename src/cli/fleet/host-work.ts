import { createHash } from 'node:crypto'
import type { Source } from '../../description/source.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { render } from '../../render.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { answerJson } from '../answer-json.ts'
import { needed } from '../answer-text.ts'
import { describedDevices } from '../described.ts'
import { jsonLine, version } from '../emit.ts'
import { found } from '../found.ts'
import { statusOf } from '../outcome.ts'
import { readSource } from '../read-source.ts'
import { descriptionHash } from '../root/description-hash.ts'
import { manifestOfAnswer } from '../root/manifest-of-answer.ts'
import type { WriteOptions } from '../write-root.ts'
import { type Delivered, deliverer } from './deliver-host.ts'
import type { Host } from './hosts.ts'
import type { Settings } from './settings.ts'
import type { Tally } from './tally.ts'
import { errorsText, whyOf } from './told.ts'
import { type Counts, sum, type Written } from './written.ts'

/** What became of a host. */
export interface HostResult {
  readonly name: string
  readonly status: number
  readonly counts: Counts
  /** The errors, for people; empty without any. */
  readonly errors: string
  /** The first of them in one line. */
  readonly why: string
  /** The line of JSON. */
  readonly json: string
  /** Its members of the archive. */
  readonly members: Uint8Array | undefined
  readonly secret: boolean
  readonly documents: NonNullable<Written['documents']>
  /** For a report: what was found, and the files in which it was looked for. */
  readonly reported: readonly Diagnostic[]
  readonly files: readonly string[]
}

export type DoHost = (host: Host, tally: Tally) => HostResult

export interface Rendered {
  readonly source: Source
  readonly targets: readonly TargetAnswer[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What renders one host after the other and delivers what came of it. A host that fails keeps no other from it. */
export async function hostWork(settings: Settings): Promise<DoHost> {
  const deliver = await deliverer(settings)
  return (host, tally) => {
    const rendered = guarded(() => renderHost(host, settings), { source: [], targets: [] })
    const { source, targets } = rendered
    const options = writeOptions(host, source, settings)
    const delivered = guarded(() => deliver(host, targets, options), { answers: [], members: undefined })
    return result(host, settings, tally, { ...rendered, delivered, diagnostics: [...rendered.diagnostics, ...delivered.diagnostics] })
  }
}

/** A fault of netglot’s own is one of this host. */
const guarded = <T>(action: () => T, otherwise: Omit<T, 'diagnostics'>) => {
  try {
    return action()
  } catch (error) {
    const what = error instanceof Error ? error.message : 'something was thrown that is no error'
    return { ...otherwise, diagnostics: [found('internal', { what })] }
  }
}

/** What the targets make of a host. */
export function renderHost(host: Host, { base, render: options }: Settings): Rendered {
  if (host.diagnostics.length > 0) return { source: [], targets: [], diagnostics: host.diagnostics }
  const { source: own, diagnostics } = readSource(host.files)
  const source = [...base, ...own]
  if (diagnostics.length > 0) return { source, targets: [], diagnostics }
  if (source.length === 0) return { source, targets: [], diagnostics: [found('host-without-file', { host: host.name })] }
  return { source, ...render(source, { ...options, variables: host.variables }) }
}

/** What is hashed or looked for is left until somebody wants to know it: for the devices the description is read again. */
export const writeOptions = (host: Host, source: Source, { render: { accounts }, force, prune, check }: Settings): WriteOptions => ({
  force,
  prune,
  check,
  durable: false,
  accounts,
  netglot: version,
  get description() {
    return hashOf(host, source)
  },
  get devices() {
    return describedDevices(source, host.variables)
  },
})

/** Without variables, that of the files; they are hashed after it. */
const hashOf = ({ variables }: Host, source: Source): string => {
  const hash = descriptionHash(source)
  if (!source.some(({ text }) => text.includes('${'))) return hash
  return createHash('sha256').update(hash).update(JSON.stringify(variables)).digest('hex')
}

type Done = Rendered & { readonly delivered: Delivered }

const result = (host: Host, settings: Settings, tally: Tally, { source, targets, diagnostics, delivered }: Done): HostResult => {
  const { name } = host
  const { json, output } = settings
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const reports = output.kind === 'report'
  if (!json && !reports) tell(name, targets, diagnostics, tally)
  const written = new Map(delivered.answers.map(({ answer, written: one }) => [answer, one]))
  return {
    name,
    status: statusOf(diagnostics),
    counts: sum([...written.values()].map(({ counts }) => counts)),
    errors: json || reports ? '' : errorsText(errors, source, settings),
    why: whyOf(errors),
    json: json ? jsonLine({ host: name, ...answersOf(targets, written, host, source, settings), diagnostics }) : '',
    // The edit of a fix is found in a description, and that of a host is gone by then.
    reported: reports ? diagnostics.map(diagnostic => ({ ...diagnostic, fix: undefined })) : [],
    files: reports ? source.map(({ name: file }) => file) : [],
    members: delivered.members,
    documents: [...written.values()].flatMap(({ documents }) => documents ?? []),
    secret: targets.some(({ files }) => files.some(({ secret }) => secret)),
  }
}

const answersOf = (
  targets: readonly TargetAnswer[],
  written: ReadonlyMap<TargetAnswer, Written>,
  host: Host,
  source: Source,
  settings: Settings,
): object =>
  settings.output.kind === 'nothing'
    ? {}
    : { targets: targets.map(answer => answerOf(answer, written.get(answer), host, source, settings)) }

/** As `render --format json` has it: with what was written, or else with the manifest for whoever writes it. */
const answerOf = (answer: TargetAnswer, written: Written | undefined, host: Host, source: Source, { output }: Settings): object => {
  if (output.kind !== 'answers') return { ...answerJson(answer), written: written?.json }
  return { ...answerJson(answer), manifest: answer.failed ? undefined : manifestOfAnswer(answer, hashOf(host, source)) }
}

const tell = (name: string, targets: readonly TargetAnswer[], diagnostics: readonly Diagnostic[], tally: Tally): void => {
  for (const diagnostic of diagnostics) if (diagnostic.severity !== 'error') tally.note(diagnostic, [name])
  for (const answer of targets) if (!answer.failed) for (const row of needed(answer)) tally.need(answer.text, row)
}
