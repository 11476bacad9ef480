import { check } from '../../src/description/check.ts'
import { parse } from '../../src/description/parse.ts'
import type { SourceFile } from '../../src/description/source.ts'
import { Report } from '../../src/diagnostics/report.ts'
import type { Network } from '../../src/model/network.ts'
import { normalise } from '../../src/normalise/index.ts'

/** What a description means, without any target in between. */
export function networkOf(source: readonly SourceFile[]): Network {
  const report = new Report()
  const parsed = parse(source, report)
  const description = parsed && check(parsed, report)
  if (description === undefined) throw new Error('the description is at fault')
  return normalise(description, report)
}
