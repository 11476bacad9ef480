import { differences } from '../state/differences.ts'
import { isRoute, leavesOf } from '../state/leaves.ts'
import { leftovers } from '../state/leftovers.ts'
import { explanationOf } from './explained.ts'
import { type Guest, packagesOf } from './guest.ts'
import type { Dump } from './machine.ts'
import type { Pair, Rendered } from './pair.ts'

/** What came of a pair: booted and equal, not expressible, or different, with or without an explanation. */
export interface Verdict {
  readonly word: 'equal' | 'explained' | 'inexpressible' | 'different'
  /** A line for each loss or difference. */
  readonly lines: readonly string[]
  /** Why each explained difference is none of netglot's doing. */
  readonly reasons: readonly string[]
}

export const inexpressible = ({ losses }: Pair): Verdict => ({
  word: 'inexpressible',
  lines: losses.map(({ code, path, message }) => [code, path, message].join(' ')),
  reasons: [],
})

/** A package that the answer wants and the guest lacks: the boot would show what happens without it. */
export const lacking = ({ answer, changed, stack }: Pair, guest: Guest): readonly string[] => {
  const packages = packagesOf(guest, stack.layer)
  const wanted = [...answer.requires, ...(changed?.answer.requires ?? [])]
  return wanted
    .filter(({ package: name }) => packages[name] === undefined)
    .map(({ package: name }) => `the guest lacks the package ${name} (test/boot/guest/)`)
}

export function verdictOf(pair: Pair, guest: Guest, dumps: readonly Dump[]): Verdict {
  const [first, second] = dumps
  const lines = [
    ...lacking(pair, guest),
    ...(first === undefined ? [] : firstBoot(pair, first)),
    ...(second === undefined ? [] : secondBoot(pair, second)),
    ...(first === undefined || second === undefined || pair.changed !== undefined ? [] : sinceTheFirst(pair, first, second)),
  ]
  const reasons = lines.map(line => explanationOf(pair, line))
  const word = lines.length === 0 ? 'equal' : reasons.includes(undefined) ? 'different' : 'explained'
  return { word, lines, reasons: [...new Set(reasons.filter(reason => reason !== undefined))] }
}

const firstBoot = (pair: Pair, dump: Dump): readonly string[] => [...booted(pair, dump), ...afterReload(pair, dump)]

/** The disk has kept what it was changed to. */
const secondBoot = (pair: Pair, dump: Dump): readonly string[] =>
  booted(pair.changed ?? pair, dump).map(line => `at the second boot: ${line}`)

/** What nobody has described is at the second boot as it was at the first one. */
export function sinceTheFirst({ described: { network } }: Rendered, first: Dump, second: Dump): readonly string[] {
  const [before, after] = [first, second].map(
    ({ kernel }) => new Map(leavesOf(network, kernel).map(of => [`${of.device}: ${of.leaf}`, of] as const)),
  )
  return [...new Map([...(before ?? []), ...(after ?? [])])].flatMap(([key, of]) => {
    const [was, is] = [before?.get(key)?.value, after?.get(key)?.value]
    // An advertisement that nobody asks for comes within minutes: the route may be there or not yet.
    if (was === is || (isRoute(of) && (was === undefined || is === undefined))) return []
    return [`${key} was ${was ?? 'absent'} at the first boot, and is ${is ?? 'absent'} at the second`]
  })
}

const booted = ({ described }: Rendered, dump: Dump): readonly string[] => [
  ...stalled(dump),
  ...failures(dump.failed),
  ...differences(described, dump.kernel),
  ...dump.probe.split('\n').filter(line => line !== ''),
]

const failures = (units: readonly string[]): readonly string[] => units.map(unit => `the unit ${unit} failed`)

const afterReload = ({ described, changed }: Pair, { reloaded }: Dump): readonly string[] => {
  if (changed === undefined || reloaded === null) return []
  const found = [
    ...failures(reloaded.failed),
    ...differences(changed.described, reloaded.kernel),
    ...leftovers(described, changed.described, reloaded.kernel),
  ]
  return found.map(line => `after the reload: ${line}`)
}

/** Leases, STP and duplicate address detection take half a minute in all; what takes longer is a timeout. Busy seconds are the emulation's. */
const longest = 60

const stalled = ({ reached, idle, waited }: Dump): readonly string[] => {
  if (reached && idle <= longest) return []
  const units = waited
    .split('\n')
    .map(line => line.trim())
    .join(', ')
  return [
    `the boot ${reached ? `was idle for ${Math.round(idle)} s before` : 'never reached'} network-online.target and waited for ${units}`,
  ]
}
