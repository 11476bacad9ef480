/** A Markdown table; a bar in a cell would end it. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A list in words: `a`, `a and b`. */
export const code = (text: string): string => (text === '' ? '' : `\`${text}\``)

export const generated = 'Made by `npm run docs`; edits are lost.'
