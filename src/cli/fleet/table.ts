import type { Variables } from '../../description/substitute.ts'
import type { Diagnostic, Span } from '../../diagnostics/diagnostic.ts'
import { found } from '../found.ts'
import { type Row, readRow } from './csv.ts'

/** Where the row of a host begins. */
interface Start {
  readonly offset: number
  readonly line: number
}

/** The table of a fleet: of each host only the place of its row is kept, and the row is read when its host comes. */
export class Table {
  readonly hosts = new Map<string, Start>()
  /** What makes it no table at all. */
  readonly diagnostics: readonly Diagnostic[]
  readonly name: string
  private readonly twice = new Map<string, Diagnostic>()
  private readonly text: string
  private readonly columns: readonly string[]

  constructor(name: string, text: string) {
    this.name = name
    this.text = text.replace(/^\uFEFF/, '')
    const head = readRow(this.text, 0)
    this.columns = head.cells
    const why = head.fault ?? faultOf(head.cells)
    this.diagnostics = why === undefined ? [] : [found('bad-table', { why }, { span: this.span(1) })]
    if (why === undefined) this.index(head)
  }

  private index(head: Row): void {
    let line = 1 + head.lines
    for (let offset = head.next; offset < this.text.length; ) {
      const row = readRow(this.text, offset)
      if (row.cells.some(cell => cell !== '')) this.add(row.cells[this.columns.indexOf('host')] ?? '', { offset, line })
      line += row.lines
      offset = row.next
    }
  }

  private add(host: string, start: Start): void {
    const before = this.hosts.get(host)
    if (before === undefined) this.hosts.set(host, start)
    else this.twice.set(host, found('host-twice', { host, ...this.places(before, start) }, { span: this.span(start.line) }))
  }

  private places(first: Start, second: Start): { readonly first: string; readonly second: string } {
    return { first: `${this.name}:${first.line}`, second: `${this.name}:${second.line}` }
  }

  /** The variables of a host: what its row has, but for empty cells. A host without a row has its name alone. */
  variablesOf(host: string): { readonly variables: Variables; readonly diagnostics: readonly Diagnostic[] } {
    const start = this.hosts.get(host)
    if (start === undefined) return { variables: { host }, diagnostics: [] }
    const { cells, fault } = readRow(this.text, start.offset)
    const why =
      fault ??
      (cells.length === this.columns.length ? undefined : `${cells.length} cells, and the table has ${this.columns.length} columns`)
    const given = this.columns.map((column, i) => [column, cells[i] ?? '']).filter(([column, cell]) => column !== '' && cell !== '')
    const faults = why === undefined ? [] : [found('bad-row', { why }, { span: this.span(start.line) })]
    return { variables: Object.fromEntries(given), diagnostics: [...faults, ...[this.twice.get(host) ?? []].flat()] }
  }

  /** Where the row of a host is. */
  placeOf(host: string): Span | undefined {
    const start = this.hosts.get(host)
    return start && this.span(start.line)
  }

  private span(line: number): Span {
    return { file: this.name, line, column: 1, endLine: line, endColumn: 1 }
  }
}

const faultOf = (columns: readonly string[]): string | undefined => {
  if (!columns.includes('host')) return 'no column is called host'
  const twice = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i)
  return twice === undefined ? undefined : `two columns are called ${twice}`
}
