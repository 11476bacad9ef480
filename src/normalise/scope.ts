import type { Report } from '../diagnostics/report.ts'
import type { Leaf, Path } from '../model/leaf.ts'
import type { References } from './references.ts'
import type { Membership } from './vrf-members.ts'

/** What all parts of normalising share. */
export class Scope {
  readonly report: Report
  readonly references: References
  /** The bridge of each port, by ids. */
  readonly controllers: ReadonlyMap<string, string>
  /** The VRF of each of its members, by ids. */
  readonly vrfs: ReadonlyMap<string, Membership>
  /** What the first radio that has one says. */
  regulatoryDomain: string | undefined
  /** Where each UUID of a profile stands. */
  readonly uuids = new Map<string, Path>()
  readonly idle: Leaf<unknown>[] = []

  constructor(report: Report, references: References, controllers: ReadonlyMap<string, string>, vrfs: ReadonlyMap<string, Membership>) {
    this.report = report
    this.references = references
    this.controllers = controllers
    this.vrfs = vrfs
  }

  /** Notes a leaf that changes nothing, and says why. */
  noEffect(leaf: Leaf<unknown>, why: string): void {
    this.idle.push(leaf)
    const [path] = leaf.origins
    if (path !== undefined) this.report.add('no-effect', { why }, { place: { path } })
  }
}
