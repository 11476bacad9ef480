import { differences } from '../state/differences.ts'
import { explanationOf } from './explained.ts'
import type { Dump } from './machine.ts'
import type { Pair } from './pair.ts'

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

export function verdictOf(pair: Pair, dumps: readonly Dump[]): Verdict {
  const lines = dumps.flatMap((dump, i) => found(pair, dump).map(line => (i === 0 ? line : `at the second boot: ${line}`)))
  const reasons = lines.map(line => explanationOf(pair, line))
  const word = lines.length === 0 ? 'equal' : reasons.includes(undefined) ? 'different' : 'explained'
  return { word, lines, reasons: [...new Set(reasons.filter(reason => reason !== undefined))] }
}

const found = ({ described }: Pair, dump: Dump): readonly string[] => [
  ...dump.failed.map(unit => `the unit ${unit} failed`),
  ...differences(described, dump.kernel),
  ...dump.probe.split('\n').filter(line => line !== ''),
]
