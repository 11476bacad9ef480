import { type About, type Diagnostic, type Finding, finding, type Locate, located, type Params, type Slug } from './diagnostic.ts'

const rank = { error: 0, warning: 1, info: 2 } as const

const order = (a: Diagnostic, b: Diagnostic): number =>
  compare(a.span?.file ?? '', b.span?.file ?? '') ||
  (a.span?.line ?? 0) - (b.span?.line ?? 0) ||
  (a.span?.column ?? 0) - (b.span?.column ?? 0) ||
  rank[a.severity] - rank[b.severity] ||
  compare(a.code, b.code) ||
  compare(a.target ?? '', b.target ?? '')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Collects what is found on the way through the stages. */
export class Report {
  readonly findings: Finding[] = []

  /** Adds a finding of the catalogue. */
  add<S extends Slug>(slug: S, params: Params<S>, about: About = {}): void {
    this.findings.push(finding(slug, params, about))
  }

  /** Adds what another report has. */
  join(other: Report): void {
    for (const finding of other.findings) this.findings.push(finding)
  }

  get failed(): boolean {
    return this.findings.some(f => f.severity === 'error')
  }

  /** All findings with their places looked up, in the order of the files. */
  diagnostics(locate: Locate): Diagnostic[] {
    return this.findings.map(f => located(f, locate)).sort(order)
  }
}
