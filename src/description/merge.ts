import type { Report } from '../diagnostics/report.ts'
import { type Entry, isNull, type ListNode, type MapNode, type Node } from './node.ts'

/** Told of each value that a later one replaces by another. */
export type Overridden = (earlier: Node, later: Node) => void

/** Says of each replaced value that it has no effect. */
export const overriddenIn =
  (report: Report): Overridden =>
  (earlier, later) =>
    report.add('overridden', { by: `${later.span.file}:${later.span.line}` }, { span: earlier.span })

/**
 * Adds an entry as netplan does for a key that comes again, in one file or in several: mappings merge, lists are appended
 * without their duplicates, later scalars win, a null removes.
 */
export function addEntry(entries: Map<string, Entry>, [key, entry]: readonly [string, Entry], overridden: Overridden): void {
  const before = entries.get(key)
  entries.set(key, before === undefined ? entry : { key: entry.key, value: mergeNodes(before.value, entry.value, overridden) })
}

/** The later tree over the earlier one. */
export function mergeNodes(earlier: Node, later: Node, overridden: Overridden): Node {
  if (earlier.kind === 'map' && later.kind === 'map') return mergeMaps(earlier, later, overridden)
  if (earlier.kind === 'list' && later.kind === 'list') return appended(earlier, later)
  const said = !isNull(earlier) && !(earlier.kind === 'map' && earlier.entries.size === 0)
  if (said && content(earlier) !== content(later)) overridden(earlier, later)
  return later
}

const mergeMaps = (earlier: MapNode, later: MapNode, overridden: Overridden): MapNode => {
  const entries = new Map(earlier.entries)
  for (const entry of later.entries) addEntry(entries, entry, overridden)
  return { ...earlier, entries }
}

const appended = (earlier: ListNode, later: ListNode): ListNode => {
  const seen = new Set(earlier.items.map(content))
  return { ...earlier, items: [...earlier.items, ...later.items.filter(item => !seen.has(content(item)))] }
}

/** What a node says, without its place. */
const content = (node: Node): string => {
  if (node.kind === 'scalar') return JSON.stringify(node.text)
  if (node.kind === 'list') return `[${node.items.map(content).join()}]`
  return `{${[...node.entries].map(([key, entry]) => `${JSON.stringify(key)}:${content(entry.value)}`).join()}}`
}
