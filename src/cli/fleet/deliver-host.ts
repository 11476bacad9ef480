import { join } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Format, TreeFormat } from '../../formats/format.ts'
import type { GrowingBytes } from '../../formats/growing-bytes.ts'
import { loadFormat } from '../../formats/index.ts'
import { addMembers, tar } from '../../formats/tar.ts'
import type { TargetAnswer } from '../../targets/render-target.ts'
import { nameOf } from '../folder-of.ts'
import { notCarried } from '../not-carried.ts'
import { statusOf } from '../outcome.ts'
import { withManifest } from '../root/manifest-of-answer.ts'
import { writeFormatTree } from '../write-format-tree.ts'
import { trouble, type WriteOptions } from '../write-root.ts'
import type { Host } from './hosts.ts'
import { Journal } from './listing.ts'
import { placeOf } from './place.ts'
import { isThere } from './real-folder.ts'
import type { Settings } from './settings.ts'
import { writeDocument } from './write-document.ts'
import { writeTree } from './write-tree.ts'
import { notWritten, type Written, wrote } from './written.ts'

/** What became of the answers for a host. */
export interface Delivered {
  readonly answers: readonly { readonly answer: TargetAnswer; readonly written: Written }[]
  readonly diagnostics: readonly Diagnostic[]
}

type Deliver = (host: Host, answers: readonly TargetAnswer[], options: WriteOptions, archive: GrowingBytes) => Delivered

/** What delivers the answers for one host after the other. */
export async function deliverer(settings: Settings): Promise<Deliver> {
  const { output } = settings
  const format = output.kind === 'format' ? await loadFormat(output.format) : undefined
  if (output.kind === 'archive') return ({ name }, answers, options, archive) => intoArchive(archive, name, answers, settings, options)
  if (output.kind === 'answers' || output.kind === 'nothing' || output.kind === 'report') return () => ({ answers: [], diagnostics: [] })
  const journal = new Journal(output.folder)
  return (host, answers, options) => {
    const good = answers.filter(({ failed }) => !failed)
    const all = good.map(answer => {
      const place = placeOf(host.name, answers.length === 1 ? undefined : nameOf(answer, answers), format)
      const written =
        format === undefined
          ? writeTree(answer, output.folder, place.slice(0, -1), options)
          : writeFormat(answer, format, { place, known: host.documents?.get(place) ?? [], journal }, settings, options)
      return { answer, written }
    })
    return { answers: all, diagnostics: all.flatMap(({ written }) => written.diagnostics) }
  }
}

/** A host that fails leaves no part of it: what may fail comes before what is added. */
const intoArchive = (
  archive: GrowingBytes,
  host: string,
  answers: readonly TargetAnswer[],
  { render: { accounts }, epoch }: Settings,
  { description }: WriteOptions,
): Delivered => {
  const good = answers.filter(({ failed }) => !failed)
  const diagnostics = good.flatMap(answer => notCarried(answer, 'tar', tar.carries, accounts))
  const placed = good.map(answer => ({
    whole: withManifest(answer, description),
    place: placeOf(host, answers.length === 1 ? undefined : nameOf(answer, answers), undefined),
  }))
  for (const { whole, place } of placed) addMembers(archive, whole, { accounts, epoch }, place.slice(0, -1))
  return { answers: [], diagnostics }
}

interface Placed {
  readonly place: string
  readonly known: readonly string[]
  readonly journal: Journal
}

const writeFormat = (
  answer: TargetAnswer,
  format: Format,
  { place, known, journal }: Placed,
  settings: Settings,
  options: WriteOptions,
): Written => {
  const { output, render, epoch, check, force } = settings
  if (output.kind !== 'format') return notWritten([])
  const { accounts } = render
  const told = notCarried(answer, output.format, format.carries, accounts)
  if (statusOf(told) > 0) return notWritten(told)
  if (format.kind === 'tree') {
    const written = writeTreeOf(answer, format, place.slice(0, -1), output.folder, options)
    return { ...written, diagnostics: [...told, ...written.diagnostics] }
  }
  const content = format.print(format.manifest ? withManifest(answer, options.description) : answer, { accounts, epoch })
  const mode = answer.files.some(({ secret }) => secret) ? 0o600 : 0o644
  const written = writeDocument(output.folder, { place, content, mode, target: answer.text }, { check, force, known, journal })
  return { ...written, diagnostics: [...told, ...written.diagnostics] }
}

const writeTreeOf = (answer: TargetAnswer, format: TreeFormat, path: string, top: string, options: WriteOptions): Written => {
  const root = join(top, path)
  try {
    isThere(top, path)
  } catch (error) {
    return notWritten([trouble('file-unwritable', error, root, answer.text)])
  }
  const { changes, diagnostics } = writeFormatTree(answer, format, root, options)
  return statusOf(diagnostics) > 0 ? notWritten(diagnostics) : wrote({ root, ...changes }, diagnostics)
}
