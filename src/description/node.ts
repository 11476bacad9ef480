import type { Place, Span } from '../diagnostics/diagnostic.ts'

/** A value of the YAML with its place. Every scalar is text: its field decides what type it has. */
export type Node = ScalarNode | ListNode | MapNode

export interface ScalarNode {
  readonly kind: 'scalar'
  readonly text: string
  /** Written without quotes, so that it may be a null. */
  readonly plain: boolean
  readonly span: Span
}

export interface ListNode {
  readonly kind: 'list'
  readonly items: readonly Node[]
  readonly span: Span
}

export interface MapNode {
  readonly kind: 'map'
  readonly entries: ReadonlyMap<string, Entry>
  readonly span: Span
}

export interface Entry {
  readonly key: Span
  readonly value: Node
}

const nulls: ReadonlySet<string> = new Set(['~', 'null', 'Null', 'NULL'])

/** A null by one of YAML's words: it removes what an earlier file has set. */
export const isNull = (node: Node): boolean => node.kind === 'scalar' && node.plain && nulls.has(node.text)

/** The stretch of a place; the deepest parent that exists, where the place itself does not. */
export function locateIn(root: MapNode, place: Place): Span {
  let node: Node = root
  let key: Span | undefined
  for (const part of place.path) {
    const next: Entry | Node | undefined = step(node, part)
    if (next === undefined) return key ?? node.span
    key = 'key' in next ? next.key : undefined
    node = 'key' in next ? next.value : next
  }
  return place.key === true && key !== undefined ? key : spanOf(node, key)
}

const step = (node: Node, part: string | number): Entry | Node | undefined => {
  if (node.kind === 'map') return node.entries.get(String(part))
  return node.kind === 'list' && typeof part === 'number' ? node.items[part] : undefined
}

/** A caret under a whole mapping says nothing: point at its key. */
const spanOf = (node: Node, key: Span | undefined): Span => (node.kind === 'scalar' || key === undefined ? node.span : key)
