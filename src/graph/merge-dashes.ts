import type { Point } from './layout.ts'

/** A line along one axis: where it lies, and from where to where it goes. */
interface Span {
  readonly across: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Lines of one kind that leave a box together lie on one another: the pieces of all of them, each once, or their dashes would fill each other's gaps. */
export function mergeDashes(lines: readonly (readonly Point[])[]): readonly (readonly [Point, Point])[] {
  const spans = lines.flatMap(points => points.slice(1).map((point, i) => spanOf(points[i] ?? point, point)))
  const sorted = spans.toSorted((a, b) => Number(a.across) - Number(b.across) || a.at - b.at || a.from - b.from)
  const merged: Span[] = []
  for (const span of sorted) {
    const last = merged.at(-1)
    if (last !== undefined && last.across === span.across && last.at === span.at && span.from <= last.to)
      merged[merged.length - 1] = { ...last, to: Math.max(last.to, span.to) }
    else merged.push(span)
  }
  return merged.map(({ across, at, from, to }) =>
    across
      ? [
          { x: from, y: at },
          { x: to, y: at },
        ]
      : [
          { x: at, y: from },
          { x: at, y: to },
        ],
  )
}

const spanOf = (a: Point, b: Point): Span =>
  a.y === b.y
    ? { across: true, at: a.y, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) }
    : { across: false, at: a.x, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) }
