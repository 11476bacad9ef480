import { check } from './description/check.ts'
import { type Parsed, parse } from './description/parse.ts'
import type { Description } from './description/schema/index.ts'
import type { Source } from './description/source.ts'
import type { Variables } from './description/substitute.ts'
import type { Report } from './diagnostics/report.ts'
import { lint } from './lint/index.ts'
import type { Network } from './model/network.ts'
import { normalise } from './normalise/index.ts'

/** What the files say and mean. */
export interface Understood {
  readonly parsed: Parsed | undefined
  /** Undefined when something is wrong with them. */
  readonly ready: { readonly description: Description; readonly network: Network } | undefined
}

/** From the text to the network that it means; what is wrong on the way is reported. */
export function understand(source: Source, report: Report, variables?: Variables): Understood {
  const parsed = parse(source, report, variables)
  const description = parsed && check(parsed, report)
  const network = description && normalise(description, report)
  if (network !== undefined && !report.failed) lint(network, report)
  const ready = description !== undefined && network !== undefined && !report.failed
  return { parsed, ready: ready ? { description, network } : undefined }
}
