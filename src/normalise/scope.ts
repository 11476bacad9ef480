import type { Report } from '../diagnostics/report.ts'
import type { Leaf } from '../model/leaf.ts'

/** What all parts of normalising share. */
export class Scope {
  readonly report: Report
  /** The bridge of each port, by ids. */
  readonly controllers: ReadonlyMap<string, string>
  readonly idle: Leaf<unknown>[] = []

  constructor(report: Report, controllers: ReadonlyMap<string, string>) {
    this.report = report
    this.controllers = controllers
  }

  /** Notes a leaf that changes nothing, and says why. */
  noEffect(leaf: Leaf<unknown>, why: string): void {
    this.idle.push(leaf)
    const [path] = leaf.origins
    if (path !== undefined) this.report.add('no-effect', { why }, { place: { path } })
  }
}
