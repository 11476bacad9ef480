interface Side {
  readonly content: string
  /** Its lines as they may be shown. */
  readonly shown: readonly string[]
}

/** The hunks of a unified diff: what differs is found in the contents, and shown as it may be. */
export async function unified(before: Side, after: Side): Promise<string> {
  const { structuredPatch } = await import('diff')
  const { hunks } = structuredPatch('', '', before.content, after.content, undefined, undefined, { context: 3 })
  return hunks
    .map(({ oldStart, oldLines, newStart, newLines, lines }) => {
      const text = shownLines(lines, before.shown.slice(oldStart - 1), after.shown.slice(newStart - 1))
      return `@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@\n${text}`
    })
    .join('')
}

/** Where a side has no line, its number is that of the line before (diff(1), Detailed Unified). */
const range = (start: number, count: number): string => `${count === 0 ? start - 1 : start},${count}`

/** The lines of a hunk with the text of the side that they are of. A line that both have shows as the new one, which knows better what is secret. */
const shownLines = (lines: readonly string[], before: readonly string[], after: readonly string[]): string => {
  let [old, next] = [0, 0]
  return lines
    .map(line => {
      if (line.startsWith('\\')) return `${line}\n`
      if (line.startsWith('-')) return `-${before[old++] ?? ''}\n`
      if (line.startsWith(' ')) old++
      return `${line.slice(0, 1)}${after[next++] ?? ''}\n`
    })
    .join('')
}
