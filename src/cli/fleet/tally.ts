import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Need } from '../answer-text.ts'

/** A diagnostic that hosts have in common. */
export interface Note {
  readonly diagnostic: Diagnostic
  count: number
  /** The first hosts that have it. */
  readonly hosts: string[]
}

/** What is to be done beside the files, and for how many hosts. */
export interface NeedOfMany {
  readonly target: string
  readonly need: Need
  count: number
}

const mostKinds = 500
const mostHosts = 3

/** What is to be told once for many hosts. It does not grow with their number. */
export class Tally {
  readonly notes = new Map<string, Note>()
  readonly needs = new Map<string, NeedOfMany>()

  note(diagnostic: Diagnostic, hosts: readonly string[], count = 1): void {
    const { code, target, path } = diagnostic
    const key = this.notes.size < mostKinds ? `${code} ${target} ${path}` : `${code} ${target}`
    const known = this.notes.get(key)
    if (known === undefined) this.notes.set(key, { diagnostic, count, hosts: hosts.slice(0, mostHosts) })
    else {
      known.count += count
      if (known.hosts.length < mostHosts) known.hosts.push(...hosts.slice(0, mostHosts - known.hosts.length))
    }
  }

  need(target: string, need: Need, count = 1): void {
    const key = `${target} ${need[0]} ${need[1]} (${need[2]})`
    const known = this.needs.get(key)
    if (known !== undefined) known.count += count
    else if (this.needs.size < mostKinds) this.needs.set(key, { target, need, count })
  }

  /** Adds what another one has. */
  join(notes: readonly Note[], needs: readonly NeedOfMany[]): void {
    for (const { diagnostic, hosts, count } of notes) this.note(diagnostic, hosts, count)
    for (const { target, need, count } of needs) this.need(target, need, count)
  }
}
