import type { Span } from '../diagnostics/diagnostic.ts'
import type { Entry, ListNode, MapNode, Node, ScalarNode } from './node.ts'
import type { SourceFile } from './source.ts'

/** Tabs, other line ends than \n, a byte order mark, documents and directives. */
const other = /[\t\r\ufeff]|^(?:---|\.\.\.|%)/m

/** Texts without quotes, where no character can mean anything but itself; a line's end, with a comment. */
const blockText = /(?:[\w./~+\\$]|-(?=\S))(?:[^\s:#]|:(?=\S)|(?<=\S)#| +(?=[^\s:#]))*/y
const flowText = /(?:[\w./~+\\$]|-(?=[^\s,[\]{}]))(?:[^\s:#,[\]{}]|:(?=[^\s,[\]{}])| +(?=[^\s:#,[\]{}]))*/y
const quoted = /"[^"\\\n]*"|'[^'\n]*'(?!')/y
const lineEnd = /(?: *| +#.*)(?:\n|$)/y

/** The other parser counts values (an alias can make many of one), and wants keys that are no longer than this. */
const most = 100_000
const longestKey = 1000

/** Thrown where there is more than plain YAML. */
const unread = Symbol('unread')

/**
 * The tree of a file that is written as most are: mappings, lists and texts of one line each, without anchors, tags, escapes and empty values. Undefined
 * of any other file, right or wrong, which the parser for all YAML has to read: that takes ten times as long.
 */
export function readPlainYaml(file: SourceFile): Node | undefined {
  if (other.test(file.text)) return undefined
  try {
    return new PlainReader(file).document()
  } catch (thrown) {
    // A line of megabytes is more than a pattern can take, and lists in lists more than the stack can.
    if (thrown === unread || thrown instanceof RangeError) return undefined
    throw thrown
  }
}

type Position = Pick<Span, 'line' | 'column'>

class PlainReader {
  private readonly name: string
  private readonly text: string
  private at = 0
  private line = 1
  private lineStart = 0
  /** How far the line is indented whose content is to be read next; -1 after the last one. */
  private indent = -1
  private read = 0

  constructor({ name, text }: SourceFile) {
    this.name = name
    this.text = text
  }

  document(): Node {
    this.toContent()
    const isFlow = this.text[this.at] === '{'
    const node = this.indent !== 0 ? this.fail() : isFlow ? this.oneLine(0) : this.block()
    return this.indent === -1 ? node : this.fail()
  }

  /** A mapping or a list whose first line the cursor is at. */
  private block(): MapNode | ListNode {
    return this.atDash() ? this.blockList(this.indent) : this.blockMap(this.indent)
  }

  private blockMap(indent: number): MapNode {
    const start = this.position()
    const entries = new Map<string, Entry>()
    let last: Node | undefined
    do {
      const key = this.key(blockText)
      if (!this.atBlank()) this.fail()
      last = this.blockValue(indent)
      this.enter(entries, key, last)
    } while (this.indent === indent)
    return { kind: 'map', entries, span: this.closed(start, last, indent) }
  }

  private blockList(indent: number): ListNode {
    const start = this.position()
    const items: Node[] = []
    do {
      this.at++
      this.skipBlanks()
      const inner = this.at - this.lineStart
      items.push(this.atKey() ? this.innerMap(inner) : this.oneLine(indent))
    } while (this.indent === indent && this.atDash())
    return { kind: 'list', items, span: this.closed(start, items.at(-1), indent) }
  }

  /** `- to: default` with further keys below the first. */
  private innerMap(indent: number): MapNode {
    this.indent = indent
    return this.blockMap(indent)
  }

  /** A collection of lines ends where its last value does; what follows is not deeper than it. */
  private closed(start: Position, last: Node | undefined, indent: number): Span {
    if (last === undefined || this.indent > indent) return this.fail()
    const { endLine, endColumn } = last.span
    return { file: this.name, line: start.line, column: start.column, endLine, endColumn }
  }

  private blockValue(indent: number): Node {
    if (!this.takeLineEnd()) {
      this.skipBlanks()
      return this.oneLine(indent)
    }
    if (this.indent > indent) return this.block()
    return this.indent === indent && this.atDash() ? this.blockList(indent) : this.fail()
  }

  /** A value that ends with its line; deeper lines below would go on with it. */
  private oneLine(indent: number): Node {
    const node = this.value(blockText)
    return this.takeLineEnd() && this.indent <= indent ? node : this.fail()
  }

  private value(plain: RegExp): Node {
    const c = this.text[this.at]
    if (c === '[') return this.flowList()
    return c === '{' ? this.flowMap() : this.scalar(plain)
  }

  private flowList(): ListNode {
    const start = this.position()
    const items: Node[] = []
    this.flowItems(']', () => items.push(this.value(flowText)))
    return { kind: 'list', items, span: this.spanFrom(start) }
  }

  private flowMap(): MapNode {
    const start = this.position()
    const entries = new Map<string, Entry>()
    this.flowItems('}', () => {
      const key = this.key(flowText)
      if (key.plain && !this.atBlank()) this.fail()
      this.skipBlanks()
      this.enter(entries, key, this.value(flowText))
    })
    return { kind: 'map', entries, span: this.spanFrom(start) }
  }

  private flowItems(end: string, item: () => void): void {
    this.at++
    this.skipBlanks()
    if (this.text[this.at] !== end)
      for (;;) {
        item()
        this.skipBlanks()
        if (this.text[this.at] !== ',') break
        this.at++
        this.skipBlanks()
      }
    if (this.text[this.at++] !== end) this.fail()
  }

  private scalar(plain: RegExp): ScalarNode {
    if (++this.read > most) this.fail()
    const start = this.position()
    const c = this.text[this.at]
    const isQuoted = c === '"' || c === "'"
    const taken = this.take(isQuoted ? quoted : plain)
    return { kind: 'scalar', text: isQuoted ? taken.slice(1, -1) : taken, plain: !isQuoted, span: this.spanFrom(start) }
  }

  /** A key with its colon. */
  private key(plain: RegExp): ScalarNode {
    const key = this.scalar(plain)
    if (this.text[this.at++] !== ':' || key.text.length > longestKey || key.text === '__proto__') this.fail()
    return key
  }

  private enter(entries: Map<string, Entry>, key: ScalarNode, value: Node): void {
    if (entries.has(key.text)) this.fail()
    entries.set(key.text, { key: key.span, value })
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at
    if (!pattern.test(this.text)) this.fail()
    const taken = this.text.slice(this.at, pattern.lastIndex)
    this.at = pattern.lastIndex
    return taken
  }

  /** Whether a key begins here, and not a text of its own. */
  private atKey(): boolean {
    const c = this.text[this.at]
    const pattern = c === '"' || c === "'" ? quoted : blockText
    pattern.lastIndex = this.at
    return pattern.test(this.text) && this.text[pattern.lastIndex] === ':'
  }

  private atDash(): boolean {
    return this.text[this.at] === '-' && this.text[this.at + 1] === ' '
  }

  private atBlank(): boolean {
    const c = this.text[this.at]
    return c === ' ' || c === '\n' || c === undefined
  }

  private skipBlanks(): void {
    while (this.text[this.at] === ' ') this.at++
  }

  /** Goes to the content of the next line that has any, if nothing but a comment is left on this one. */
  private takeLineEnd(): boolean {
    lineEnd.lastIndex = this.at
    if (!lineEnd.test(this.text)) return false
    this.at = lineEnd.lastIndex
    this.startLine()
    this.toContent()
    return true
  }

  private toContent(): void {
    for (;;) {
      this.skipBlanks()
      const c = this.text[this.at]
      this.indent = c === undefined ? -1 : this.at - this.lineStart
      if (c !== '#' && c !== '\n') return
      const end = this.text.indexOf('\n', this.at)
      this.at = end < 0 ? this.text.length : end + 1
      this.startLine()
    }
  }

  private startLine(): void {
    this.line++
    this.lineStart = this.at
  }

  private position(): Position {
    return { line: this.line, column: this.at - this.lineStart + 1 }
  }

  private spanFrom({ line, column }: Position): Span {
    return { file: this.name, line, column, endLine: line, endColumn: this.at - this.lineStart + 1 }
  }

  private fail(): never {
    throw unread
  }
}
