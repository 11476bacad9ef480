import type { Report } from '../diagnostics/report.ts'
import type { Network } from '../model/network.ts'
import type { Rule } from './rule.ts'

/** Every rule. A new one is a file in rules/, an entry in the catalogue, a page, a fixture and a line here. */
export const rules: Readonly<Record<string, Rule>> = {}

/** Tells of mistakes in a network that could be rendered all the same. */
export function lint(network: Network, report: Report): void {
  for (const rule of Object.values(rules)) rule(network, report)
}
