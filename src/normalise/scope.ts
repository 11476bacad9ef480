import type { Report } from '../diagnostics/report.ts'
import type { Leaf, Path } from '../model/leaf.ts'
import type { References } from './references.ts'

/** What all parts of normalising share. */
export class Scope {
  readonly report: Report
  readonly references: References
  /** The bridge of each port, by ids. */
  readonly controllers: ReadonlyMap<string, string>
  /** What the first radio that has one says. */
  regulatoryDomain: string | undefined
  /** Where each UUID of a profile stands. */
  readonly uuids = new Map<string, Path>()
  readonly idle: Leaf<unknown>[] = []

  constructor(report: Report, references: References, controllers: ReadonlyMap<string, string>) {
    this.report = report
    this.references = references
    this.controllers = controllers
  }

  /** Notes a leaf that changes nothing, and says why. */
  noEffect(leaf: Leaf<unknown>, why: string): void {
    this.idle.push(leaf)
    const [path] = leaf.origins
    if (path !== undefined) this.report.add('no-effect', { why }, { place: { path } })
  }
}
