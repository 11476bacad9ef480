import { type Entry, isNothing, isNull, type ListNode, type MapNode, type Node } from './node.ts'

/** Told of each value that a later one replaces. */
export type Overridden = (earlier: Node, later: Node) => void

/**
 * Adds an entry as netplan does for a key that comes again, in one file or in several: mappings merge, lists are appended
 * without their duplicates, later scalars win, a null removes.
 */
export function mergeMaps(map: MapNode, [key, entry]: readonly [string, Entry], overridden: Overridden = () => {}): MapNode {
  const entries = new Map(map.entries)
  const before = entries.get(key)
  if (before === undefined) entries.set(key, entry)
  else entries.set(key, { key: entry.key, value: mergeNodes(before.value, entry.value, overridden) })
  return { ...map, entries }
}

/** The later tree over the earlier one. */
export function mergeNodes(earlier: Node, later: Node, overridden: Overridden = () => {}): Node {
  if (earlier.kind === 'map' && later.kind === 'map')
    return [...later.entries].reduce((map, entry) => mergeMaps(map, entry, overridden), earlier)
  if (earlier.kind === 'list' && later.kind === 'list') return appended(earlier, later)
  if (isNothing(later)) return earlier
  if (!isNull(earlier) && !isNothing(earlier)) overridden(earlier, later)
  return later
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
