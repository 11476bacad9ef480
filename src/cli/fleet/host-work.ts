import { hash } from 'node:crypto'
import type { Source } from '../../description/source.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { GrowingBytes } from '../../formats/growing-bytes.ts'
import { render } from '../../render.ts'
import type { Accounts } from '../../targets/context.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { answerJson } from '../answer-json.ts'
import { needed } from '../answer-text.ts'
import { type Devices, describedDevices } from '../described.ts'
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
  readonly secret: boolean
  readonly documents: NonNullable<Written['documents']>
  /** For a report: what was found, and the files in which it was looked for. */
  readonly reported: readonly Diagnostic[]
  readonly files: readonly string[]
}

/** What many hosts have in common goes into the tally, and an archive gets the members. */
export type DoHost = (host: Host, tally: Tally, archive: GrowingBytes) => HostResult

export interface Rendered {
  readonly source: Source
  readonly targets: readonly TargetAnswer[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What renders one host after the other and delivers what came of it. A host that fails keeps no other from it. */
export async function hostWork(settings: Settings): Promise<DoHost> {
  const deliver = await deliverer(settings)
  return (host, tally, archive) => {
    const rendered = guarded(() => renderHost(host, settings), failedRender)
    const options = new HostOptions(host, rendered.source, settings)
    const delivered = guarded(() => deliver(host, rendered.targets, options, archive), failedDelivery)
    return result(host, settings, tally, rendered, delivered)
  }
}

const failedRender = (diagnostics: readonly Diagnostic[]): Rendered => ({ source: [], targets: [], diagnostics })
const failedDelivery = (diagnostics: readonly Diagnostic[]): Delivered => ({ answers: [], diagnostics })

/** A fault of netglot’s own is one of this host. */
const guarded = <T>(action: () => T, otherwise: (diagnostics: readonly Diagnostic[]) => T): T => {
  try {
    return action()
  } catch (error) {
    const what = error instanceof Error ? error.message : 'something was thrown that is no error'
    return otherwise([found('internal', { what })])
  }
}

/** What the targets make of a host. */
export function renderHost(host: Host, { base, render: options }: Settings): Rendered {
  if (host.diagnostics.length > 0) return { source: [], targets: [], diagnostics: host.diagnostics }
  const { source: own, diagnostics } = readSource(host.files)
  const source = [...base, ...own]
  if (diagnostics.length > 0) return { source, targets: [], diagnostics }
  if (source.length === 0) return { source, targets: [], diagnostics: [found('host-without-file', { host: host.name })] }
  const { targets, diagnostics: all } = render(source, Object.assign({ variables: host.variables }, options))
  return { source, targets, diagnostics: all }
}

/** What is hashed or looked for is left until somebody wants to know it. */
export class HostOptions implements WriteOptions {
  readonly force: boolean
  readonly prune: boolean
  readonly check: boolean
  readonly durable = false
  readonly accounts: Accounts
  readonly netglot = version
  private readonly host: Host
  private readonly source: Source

  constructor(host: Host, source: Source, { render: { accounts }, force, prune, check }: Settings) {
    this.host = host
    this.source = source
    this.accounts = accounts
    this.force = force
    this.prune = prune
    this.check = check
  }

  get description(): string {
    return hashOf(this.host, this.source)
  }

  get devices(): () => Devices {
    return describedDevices(this.source, this.host.variables)
  }
}

/** Without variables, that of the files; they are hashed after it. */
const hashOf = ({ variables }: Host, source: Source): string => {
  const files = descriptionHash(source)
  return source.some(({ text }) => text.includes('${')) ? hash('sha256', files + JSON.stringify(variables)) : files
}

const result = (
  host: Host,
  settings: Settings,
  tally: Tally,
  { source, targets, diagnostics: rendered }: Rendered,
  delivered: Delivered,
): HostResult => {
  const { name } = host
  const { json, output } = settings
  const diagnostics = [...rendered, ...delivered.diagnostics]
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  const reports = output.kind === 'report'
  if (!json && !reports) tell(name, settings, targets, diagnostics, tally)
  const written = new Map(delivered.answers.map(({ answer, written: one }) => [answer, one]))
  return {
    name,
    status: statusOf(errors),
    counts: sum([...written.values()].map(({ counts }) => counts)),
    errors: json || reports ? '' : errorsText(errors, source, settings),
    why: whyOf(errors),
    json: json ? jsonLine({ host: name, ...answersOf(targets, written, host, source, settings), diagnostics }) : '',
    // The edit of a fix is found in a description, and that of a host is gone by then.
    reported: reports ? diagnostics.map(diagnostic => ({ ...diagnostic, fix: undefined })) : [],
    files: reports ? source.map(({ name: file }) => file) : [],
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

const tell = (
  name: string,
  { output, check }: Settings,
  targets: readonly TargetAnswer[],
  diagnostics: readonly Diagnostic[],
  tally: Tally,
): void => {
  for (const diagnostic of diagnostics) if (diagnostic.severity !== 'error') tally.note(diagnostic, [name])
  // Nowhere else is it told.
  if (output.kind !== 'trees' || check) return
  for (const answer of targets) if (!answer.failed) for (const need of needed(answer)) tally.need(answer.text, need)
}
