import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { trees } from '../../formats/trees.ts'
import { compareAll, diffJson, isDifferent, statusOfDiff } from '../compare.ts'
import { jsonLine, toStderr, toStdout } from '../emit.ts'
import { isOurs } from '../is-ours.ts'
import { single } from '../options.ts'
import { exit, UsageError } from '../outcome.ts'
import { diffText } from '../root/diff-text.ts'
import { statsOf } from '../safe-path.ts'
import { trouble } from '../write-root.ts'
import { HostOptions, renderHost } from './host-work.ts'
import type { Host } from './hosts.ts'
import { readListing } from './listing.ts'
import { type FleetArguments, openFleet, refuseFleet } from './open-fleet.ts'
import { isThere } from './real-folder.ts'
import type { Settings } from './settings.ts'
import { Tally } from './tally.ts'
import { badText, countOfHosts, errorsText, noteBlocks, plainDiagnostics, whyOf } from './told.ts'

/** `netglot diff --fleet DIR --root OUT`: what `render --fleet DIR -o OUT` would change. */
export async function diffFleet(given: FleetArguments): Promise<number> {
  const top = single('root', given.root)
  if (top === undefined) throw new UsageError('say what render --fleet has written: --root OUT')
  const opened = openFleet({ ...given, prune: true }, { kind: 'trees', folder: top })
  if (!('fleet' in opened)) return refuseFleet(opened, given.format === 'json') === exit.fault ? exit.fault : exit.usage
  const { fleet, settings } = opened
  refuseOthers(top)
  const unreadable = readable(top)
  if (unreadable.length > 0) return refuseFleet(unreadable, settings.json) && exit.usage
  const tally = new Tally()
  const bad: { host: string; why: string }[] = []
  let differing = 0
  let status: number = exit.done
  for (const name of fleet.names) {
    const one = await diffHost(fleet.hostOf(name), top, settings)
    status = Math.max(status, one.status)
    if (one.differs) differing++
    if (one.errors.length > 0) bad.push({ host: name, why: whyOf(one.errors) })
    tell(one, tally, settings)
  }
  const summary = { hosts: fleet.names.length, differing, bad }
  if (settings.json) toStdout(jsonLine({ fleet: summary, diagnostics: fleet.diagnostics }))
  else
    toStderr(
      `${noteBlocks(tally, summary.hosts)}${plainDiagnostics(fleet.diagnostics)}netglot: ${countOfHosts(summary.hosts)}, ${differing} would change\n${badText(bad)}`,
    )
  return Math.max(status, statusOfDiff(fleet.diagnostics, false))
}

/** Of an archive, and of what formats have made, it would look as if every file were new. */
const refuseOthers = (top: string): void => {
  if (statsOf(top)?.isFile())
    throw new UsageError(
      `${top} is a file, and diff looks into folders: for an archive, mkdir OUT && tar -xpf ${top} -C OUT, and --root OUT`,
    )
  if (statsOf(top)?.isDirectory() !== true) return
  const places = [...readListing(top).keys()]
  const other = places.find(place => !place.endsWith('/')) ?? places.slice(0, 1).find(place => isTree(join(top, place)))
  if (other !== undefined)
    throw new UsageError(
      `${join(top, other)} is of a format, and diff compares files: render --fleet --check, with --format and -o as before, tells what would change`,
    )
}

const isTree = (folder: string): boolean => trees.some(({ places }) => places.some(place => isOurs(join(folder, place))))

const readable = (folder: string): readonly Diagnostic[] => {
  try {
    readdirSync(folder)
    return []
  } catch (error) {
    return [trouble('file-unreadable', error, folder)]
  }
}

interface HostDiff {
  readonly host: string
  readonly differs: boolean
  readonly status: number
  readonly text: string
  readonly json: string
  readonly errors: readonly Diagnostic[]
  readonly errorsText: string
  readonly others: readonly Diagnostic[]
}

const diffHost = async (host: Host, top: string, settings: Settings): Promise<HostDiff> => {
  const { source, targets, diagnostics: rendered } = renderHost(host, settings)
  const root = join(top, host.name)
  const strange = placeTrouble(top, host.name)
  const compared = strange.length > 0 ? [] : await compareAll(targets, root, new HostOptions(host, source, settings), true)
  const troubles = [...rendered, ...strange, ...compared.flatMap(one => one.troubles)]
  const diagnostics = [...troubles, ...compared.flatMap(({ inTheWay }) => inTheWay)]
  const differs = isDifferent(compared)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  return {
    host: host.name,
    differs,
    status: statusOfDiff(troubles, differs),
    text: settings.json ? '' : compared.flatMap(({ files }) => files.map(diffText)).join(''),
    json: settings.json ? jsonLine({ host: host.name, differs, targets: compared.map(diffJson), diagnostics }) : '',
    errors,
    errorsText: settings.json ? '' : errorsText(errors, source, settings),
    others: diagnostics.filter(({ severity }) => severity !== 'error'),
  }
}

/** What is written for a host stays in the folder of the fleet. */
const placeTrouble = (top: string, host: string): readonly Diagnostic[] => {
  try {
    isThere(top, host)
    return []
  } catch (error) {
    return [trouble('file-unreadable', error, join(top, host))]
  }
}

const tell = ({ host, text, json, errorsText: errors, others }: HostDiff, tally: Tally, settings: Settings): void => {
  if (settings.json) {
    toStdout(json)
    return
  }
  toStdout(text)
  if (errors !== '') toStderr(`${host}:\n\n${errors}`)
  for (const diagnostic of others) tally.note(diagnostic, [host])
}
