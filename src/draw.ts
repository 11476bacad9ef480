import type { Source } from './description/source.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { Report } from './diagnostics/report.ts'
import type { Graph } from './graph/graph.ts'
import { graphOf } from './graph/graph-of.ts'
import { understand } from './understand.ts'

export interface Drawn {
  /** Undefined when the description is refused. */
  readonly graph: Graph | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** The layers of the network that a description means, for `mermaid`, `dot` and `svg`. Pure, as `render` is. */
export function draw(source: Source): Drawn {
  const report = new Report()
  const { parsed, ready } = understand(source, report)
  return { graph: ready && graphOf(ready.network), diagnostics: report.diagnostics(place => parsed?.locate(place)) }
}
