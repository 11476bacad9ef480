import type { Place, Span } from '../diagnostics/diagnostic.ts'
import { Report } from '../diagnostics/report.ts'
import type { Path } from '../model/leaf.ts'
import { controlCharacter, guard } from './guard.ts'
import { mergeNodes, overriddenIn } from './merge.ts'
import { type Entry, isNull, locateIn, type MapNode, type Node } from './node.ts'
import { readYaml } from './read-yaml.ts'
import type { Source, SourceFile } from './source.ts'
import { substitute, type Variables } from './substitute.ts'

/** A description as text: not yet known to be right. */
export interface Parsed {
  /** What is below `network:`, and `x-netglot` beside it: mappings, lists and texts. */
  readonly value: unknown
  /** Every value that must reach the targets. */
  readonly leaves: readonly Path[]
  /** Those of them that are empty lists or mappings. */
  readonly empty: ReadonlySet<Path>
  /** Where a place of the description stands in the files. */
  locate(place: Place): Span | undefined
}

/** Our own settings beside `network:`; they say how to render, not what. */
export const settingsKey = 'x-netglot'

/** Reads and merges the files, with the variables in their places. Undefined when a file is no description at all; the report says why. */
export function parse(source: Source, report: Report, variables?: Variables): Parsed | undefined {
  const merged = readAndMerge(source, report, variables)
  if (merged === undefined) return undefined
  const root = withoutNulls(merged)
  const network = root.kind === 'map' ? root.entries.get('network')?.value : undefined
  if (root.kind !== 'map' || network?.kind !== 'map') {
    report.add('no-network', {}, { span: merged.span })
    return undefined
  }
  refuseControls(root, report)
  for (const [key, entry] of root.entries)
    if (key !== 'network' && key !== settingsKey)
      report.add('unknown-key', { key, suggestion: undefined, known: `network, ${settingsKey}` }, { span: entry.key })
  return parsed(network, root.entries.get(settingsKey))
}

const readAndMerge = (source: Source, report: Report, variables: Variables | undefined): Node | undefined => {
  const trees: Node[] = []
  for (const one of readFiles(source)) {
    const tree = treeOf(one, report, variables)
    if (tree !== undefined) trees.push(tree)
  }
  if (report.failed) return undefined
  const overridden = overriddenIn(report)
  let merged = emptyMap(source)
  for (const tree of trees) merged = mergeNodes(merged, tree, overridden)
  return merged
}

interface ReadFile {
  readonly file: SourceFile
  readonly tree: Node | undefined
  readonly report: Report
}

/**
 * What the files of the last description hold, by their identity: hosts of a fleet share files, and those are read once. A WeakMap of all that was ever
 * read would keep every tree through each small garbage collection (V8 takes its values for used then): that was a tenth of a host's time.
 */
let last = new Map<SourceFile, ReadFile>()

const readFiles = (source: Source): readonly ReadFile[] => {
  const files: ReadFile[] = []
  for (const file of source) files.push(last.get(file) ?? readTree(file))
  last = new Map()
  for (const one of files) last.set(one.file, one)
  return files
}

const treeOf = ({ file, tree, report: found }: ReadFile, report: Report, variables: Variables | undefined): Node | undefined => {
  report.join(found)
  if (variables === undefined || !file.text.includes('${')) return tree
  if (found.failed) tellUnquoted(file, found, report)
  return tree && substitute(tree, variables, report)
}

const readTree = (file: SourceFile): ReadFile => {
  const report = new Report()
  return { file, tree: guard(file, report) ? readYaml(file, report) : undefined, report }
}

/** The YAML of a variable that lacks its quotes is wrong in ways that say nothing of variables. */
const tellUnquoted = (file: SourceFile, found: Report, report: Report): void => {
  const spans = found.findings.flatMap(({ slug, span }) => (slug === 'yaml-syntax' && span !== undefined ? [span] : []))
  const lines = file.text.split('\n')
  for (const span of spans) if (/[[{,][^"']*\$\{/.test(lines[span.line - 1] ?? '')) report.add('variable-unquoted', {}, { span })
}

const parsed = (network: MapNode, settings: Entry | undefined): Parsed => {
  const all: MapNode = settings === undefined ? network : { ...network, entries: new Map([...network.entries, [settingsKey, settings]]) }
  return {
    value: plainValue(all),
    ...leavesIn(network),
    locate: place => locateIn(all, place),
  }
}

/** The paths of all values below the node; an empty list or mapping counts as a value. */
function leavesIn(network: MapNode): Pick<Parsed, 'leaves' | 'empty'> {
  const leaves: Path[] = []
  const empty = new Set<Path>()
  const go = (node: Node, path: Path): void => {
    if (isEmpty(node)) empty.add(path)
    if (isEmpty(node) || node.kind === 'scalar') leaves.push(path)
    else if (node.kind === 'list') for (const [i, item] of node.items.entries()) go(item, [...path, i])
    else node.entries.forEach(({ value }, key) => void go(value, [...path, key]))
  }
  if (network.entries.size > 0) go(network, [])
  return { leaves, empty }
}

const isEmpty = (node: Node): boolean => (node.kind === 'list' ? node.items.length === 0 : node.kind === 'map' && node.entries.size === 0)

const emptyMap = (source: Source): Node => ({
  kind: 'map',
  entries: new Map(),
  span: { file: source[0]?.name ?? '-', line: 1, column: 1, endLine: 1, endColumn: 1 },
})

/** Nothing after a colon is no removal but a slip: it stays, and the schema complains of it. */
const withoutNulls = (node: Node): Node => {
  if (node.kind === 'scalar' || !hasNull(node)) return node
  if (node.kind === 'list') return { ...node, items: node.items.map(withoutNulls) }
  const kept = [...node.entries].filter(([, { value }]) => !isNull(value))
  return { ...node, entries: new Map(kept.map(([key, entry]) => [key, { ...entry, value: withoutNulls(entry.value) }])) }
}

/** Whether a mapping in it has a null for a value. */
const hasNull = (node: Node): boolean => {
  if (node.kind === 'scalar') return false
  if (node.kind === 'list') return node.items.some(hasNull)
  for (const { value } of node.entries.values()) if (isNull(value) || hasNull(value)) return true
  return false
}

const refuseControls = (node: Node, report: Report): void => {
  if (node.kind === 'list') for (const item of node.items) refuseControls(item, report)
  if (node.kind === 'scalar') refuseControl(node.text, node.span, report)
  if (node.kind !== 'map') return
  node.entries.forEach((entry, key) => {
    refuseControl(key, entry.key, report)
    refuseControls(entry.value, report)
  })
}

const refuseControl = (text: string, span: Span, report: Report): void => {
  const character = controlCharacter(text)
  if (character !== undefined) report.add('control-character', { character }, { span })
}

const plainValue = (node: Node): unknown => {
  if (node.kind === 'scalar') return node.text
  if (node.kind === 'list') return node.items.map(plainValue)
  const mapping: Record<string, unknown> = {}
  node.entries.forEach(({ value }, key) => {
    mapping[key] = plainValue(value)
  })
  return mapping
}
