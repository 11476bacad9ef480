/** A row of a table (RFC 4180). */
export interface Row {
  readonly cells: readonly string[]
  /** Where the next row begins. */
  readonly next: number
  /** How many lines it takes. */
  readonly lines: number
  /** Why it is none. */
  readonly fault: string | undefined
}

interface Cell {
  readonly text: string
  readonly end: number
  readonly fault?: string
}

/** The row that begins there. Blanks around a cell without quotes don't count. */
export function readRow(text: string, from: number): Row {
  const cells: string[] = []
  let at = from
  let fault: string | undefined
  do {
    const cell = readCell(text, cells.length === 0 ? at : at + 1)
    cells.push(cell.text)
    fault ??= cell.fault
    at = cell.end
  } while (text[at] === ',')
  const next = at + (text.startsWith('\r\n', at) ? 2 : 1)
  return { cells, next, fault, lines: text.slice(from, next).split('\n').length - (text[next - 1] === '\n' ? 1 : 0) }
}

const quotedCell = /[ \t]*"((?:[^"]|"")*)"[ \t]*(?=,|\r?\n|$)/y
const bareCell = /[^,\r\n]*/y

const readCell = (text: string, at: number): Cell => {
  const quoted = matchAt(quotedCell, text, at)
  if (quoted !== undefined) return { text: (quoted[1] ?? '').replaceAll('""', '"'), end: quotedCell.lastIndex }
  const bare = matchAt(bareCell, text, at)?.[0] ?? ''
  const cell = { text: bare.trim(), end: at + bare.length }
  return bare.includes('"') ? { ...cell, fault: 'a quote is not closed, or stands in a cell that is not in quotes' } : cell
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | undefined => {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
