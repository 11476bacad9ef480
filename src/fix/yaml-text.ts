import { isMap, isScalar, isSeq, type Pair, parseAllDocuments, type YAMLMap, type YAMLSeq, type Node as YamlNode } from 'yaml'
import type { Value } from '../diagnostics/fix.ts'
import type { Path } from '../model/leaf.ts'

export type YamlPair = Pair<YamlNode, YamlNode | null>
export type MapOf = YAMLMap<YamlNode, YamlNode | null>
export type ListOf = YAMLSeq<YamlNode>

/** A file with what stands where in it. */
export interface YamlText {
  readonly text: string
  readonly root: YamlNode
  readonly newline: string
  /** How much deeper a mapping stands than the one around it. */
  readonly step: string
}

export function openYaml(text: string): YamlText | undefined {
  const documents = parseAllDocuments(text, { schema: 'failsafe', uniqueKeys: false, prettyErrors: false })
  if ('empty' in documents || documents.length !== 1) return undefined
  const root = documents[0]?.contents as YamlNode | null | undefined
  if (root == null || documents[0]?.errors.length !== 0) return undefined
  return { text, root, newline: text.includes('\r\n') ? '\r\n' : '\n', step: stepOf(text) }
}

/** The first indentation is that of what is below `network:`. */
const stepOf = (text: string): string => /^ +(?=[^\s#-])/m.exec(text)?.[0].slice(0, 8) ?? '  '

/** What is at the place, and in what it stands. */
export interface Found {
  readonly node: YamlNode | null
  readonly pair?: YamlPair
  readonly parent?: MapOf | ListOf
}

/** Undefined where nothing is, or where more than one value might be meant: behind an alias, or with a key that stands twice. */
export function find({ root }: YamlText, path: Path): Found | undefined {
  let found: Found | undefined = { node: root }
  for (const part of path) found = found?.node == null ? undefined : child(found.node, part)
  return found
}

const child = (node: YamlNode, part: string | number): Found | undefined => {
  if (isSeq(node)) {
    const item = (node as ListOf).items[Number(part)]
    return item === undefined ? undefined : { node: item, parent: node as ListOf }
  }
  if (!isMap(node)) return undefined
  const parent = node as MapOf
  const pairs = (parent.items as readonly YamlPair[]).filter(({ key }) => isScalar(key) && String(key.value ?? '') === String(part))
  const [pair, second] = pairs
  return pair === undefined || second !== undefined ? undefined : { node: pair.value, pair, parent }
}

export const startOf = (node: YamlNode): number => node.range?.[0] ?? 0

/** Where the last thing of a node ends, comments after it left aside. */
export function endOf(node: YamlNode): number {
  if ((isMap(node) || isSeq(node)) && node.flow !== true) {
    const last = node.items.at(-1) as YamlPair | YamlNode | undefined
    if (last !== undefined) return 'key' in last ? endOfPair(last as YamlPair) : endOf(last as YamlNode)
  }
  return node.range?.[1] ?? 0
}

export const endOfPair = ({ key, value }: YamlPair): number => Math.max(endOf(key), value === null ? 0 : endOf(value))

export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1

/** Behind the line end of the line; a block of text ends with one of its own. */
export const lineEnd = (text: string, at: number): number => {
  if (at > 0 && text[at - 1] === '\n') return at
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end + 1
}

/** The value without its place. Undefined where an alias is in it. */
export function plainOf(node: YamlNode | null): Value | undefined {
  if (node === null) return ''
  if (isScalar(node)) return String(node.value ?? '')
  if (isSeq(node)) {
    const items = (node as ListOf).items.map(plainOf)
    return items.every(item => item !== undefined) ? items : undefined
  }
  if (!isMap(node)) return undefined
  const entries = ((node as MapOf).items as readonly YamlPair[]).map(({ key, value }) => [plainOf(key), plainOf(value)] as const)
  return entries.every((entry): entry is [string, Value] => typeof entry[0] === 'string' && entry[1] !== undefined)
    ? Object.fromEntries(entries)
    : undefined
}
