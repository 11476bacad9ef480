import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Pair,
  parseAllDocuments,
  type Node as YamlNode,
} from 'yaml'
import type { Span } from '../diagnostics/diagnostic.ts'
import type { Report } from '../diagnostics/report.ts'
import { addEntry, overriddenIn } from './merge.ts'
import type { Entry, Node } from './node.ts'
import type { SourceFile } from './source.ts'

type YamlPair = Pair<YamlNode, YamlNode | null>

/** More than any host needs, and little enough to unfold at once. */
const unfoldedLimit = 200_000

/** Thrown to leave the tree at once; the report has the reason. */
class Refused extends Error {}

/** The tree of one file, as netplan reads it: all scalars text, duplicate keys merged, aliases unfolded, no merge keys. */
export function readAnyYaml(file: SourceFile, report: Report): Node | undefined {
  const lines = new LineCounter()
  const documents = parseAllDocuments(file.text, { schema: 'failsafe', uniqueKeys: false, lineCounter: lines, prettyErrors: false })
  const spanAt = (from: number, to: number): Span => stretch(file.name, lines, from, to)
  if ('empty' in documents) return undefined
  const [first, second] = documents
  for (const error of documents.flatMap(d => d.errors).slice(0, 1))
    report.add('yaml-syntax', { what: error.message }, { span: spanAt(error.pos[0], error.pos[1]) })
  if (second !== undefined) report.add('several-documents', {}, { span: spanAt(second.range[0], second.range[0]) })
  if (report.failed || first?.contents == null) return undefined
  try {
    return new Reader(first, spanAt, report).node(first.contents)
  } catch (error) {
    if (error instanceof Refused) return undefined
    throw error
  }
}

const stretch = (file: string, lines: LineCounter, from: number, to: number): Span => {
  const [start, end] = [lines.linePos(from), lines.linePos(to)]
  return { file, line: start.line, column: start.col, endLine: end.line, endColumn: end.col }
}

/** A collection of lines ends where its last value does; the parser counts blank lines and comments after it. */
const endingWith = (last: Node | undefined, span: Span): Span =>
  last === undefined ? span : { ...span, endLine: last.span.endLine, endColumn: last.span.endColumn }

class Reader {
  private unfolded = 0
  private readonly open = new Set<YamlNode>()
  private readonly targets = new Map<Alias, YamlNode>()
  private readonly document: Document
  private readonly spanAt: (from: number, to: number) => Span
  private readonly report: Report

  constructor(document: Document, spanAt: (from: number, to: number) => Span, report: Report) {
    this.document = document
    this.spanAt = spanAt
    this.report = report
  }

  node(node: YamlNode): Node {
    const span = this.span(node)
    if (++this.unfolded > unfoldedLimit) return this.refuse({ slug: 'alias-bomb' }, span)
    if (isAlias(node)) return { ...this.alias(node, span), span }
    if (isScalar(node)) return { kind: 'scalar', text: String(node.value ?? ''), plain: node.type === 'PLAIN', span }
    if (isSeq(node)) {
      const items = node.items.map(item => this.node(item as YamlNode))
      return { kind: 'list', items, span: node.flow ? span : endingWith(items.at(-1), span) }
    }
    if (!isMap(node)) return this.refuse({ slug: 'key-not-text' }, span)
    const entries = new Map<string, Entry>()
    let last: Node | undefined
    for (const pair of node.items) {
      const [key, entry] = this.pair(pair as YamlPair)
      last = entry.value
      addEntry(entries, [key, entry], overriddenIn(this.report))
    }
    return { kind: 'map', entries, span: node.flow ? span : endingWith(last, span) }
  }

  private alias(alias: Alias, span: Span): Node {
    const target = this.targetOf(alias)
    if (target === undefined || this.open.has(target)) return this.refuse({ slug: 'alias-bomb' }, span)
    this.open.add(target)
    const node = this.node(target)
    this.open.delete(target)
    return node
  }

  /** To resolve one goes through the whole document, and a bomb meets the same alias again and again. */
  private targetOf(alias: Alias): YamlNode | undefined {
    const target = this.targets.get(alias) ?? alias.resolve(this.document)
    if (target !== undefined) this.targets.set(alias, target)
    return target
  }

  private pair(pair: YamlPair): [string, Entry] {
    const key = this.span(pair.key)
    if (!isScalar(pair.key)) return this.refuse({ slug: 'key-not-text' }, key)
    const name = String(pair.key.value ?? '')
    if (name === '__proto__') return this.refuse({ slug: 'reserved-key' }, key)
    if (name === '<<' && pair.key.type === 'PLAIN') return this.refuse({ slug: 'merge-key' }, key)
    const value: Node = pair.value === null ? { kind: 'scalar', text: '', plain: true, span: key } : this.node(pair.value)
    return [name, { key, value }]
  }

  private span(node: YamlNode): Span {
    const [from, to] = node.range ?? [0, 0]
    return this.spanAt(from, to)
  }

  private refuse({ slug }: { slug: 'alias-bomb' | 'key-not-text' | 'merge-key' | 'reserved-key' }, span: Span): never {
    if (slug === 'alias-bomb') this.report.add(slug, { limit: unfoldedLimit }, { span })
    else this.report.add(slug, {}, { span })
    throw new Refused()
  }
}
