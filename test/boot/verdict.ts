import { differences } from '../state/differences.ts'
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
  const lines = [...lacking(pair, guest), ...dumps.flatMap((dump, i) => (i === 0 ? firstBoot(pair, dump) : secondBoot(pair, dump)))]
  const reasons = lines.map(line => explanationOf(pair, line))
  const word = lines.length === 0 ? 'equal' : reasons.includes(undefined) ? 'different' : 'explained'
  return { word, lines, reasons: [...new Set(reasons.filter(reason => reason !== undefined))] }
}

const firstBoot = (pair: Pair, dump: Dump): readonly string[] => [...booted(pair, dump), ...afterReload(pair, dump)]

/** The disk has kept what it was changed to. */
const secondBoot = (pair: Pair, dump: Dump): readonly string[] =>
  booted(pair.changed ?? pair, dump).map(line => `at the second boot: ${line}`)

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
