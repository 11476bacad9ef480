import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { hostsText } from './told.ts'

interface Entry {
  readonly diagnostic: Diagnostic
  count: number
  readonly hosts: string[]
}

const mostHosts = 3

/** What a report has of a fleet: the same thing at the same place is told once, with the hosts that have it. */
export class Reported {
  private readonly entries = new Map<string, Entry>()

  add(host: string, diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) {
      const { code, target, message, span } = diagnostic
      const key = JSON.stringify([code, target, message, span?.file, span?.line, span?.column])
      const known = this.entries.get(key)
      if (known === undefined) this.entries.set(key, { diagnostic, count: 1, hosts: [host] })
      else {
        known.count++
        if (known.hosts.length < mostHosts) known.hosts.push(host)
      }
    }
  }

  get all(): readonly Diagnostic[] {
    return [...this.entries.values()].map(({ diagnostic, count, hosts }) => ({
      ...diagnostic,
      message: `${diagnostic.message} (${hostsText(hosts, count)})`,
    }))
  }
}
