import { parse } from '../../src/description/parse.ts'
import { Report } from '../../src/diagnostics/report.ts'
import { draw, type Source } from '../../src/index.ts'
import type { Drawing } from '../protocol.ts'

/** What there is to draw, and where each device stands in the description. */
export function drawing(source: Source): Drawing {
  const { graph } = draw(source)
  const parsed = parse(source, new Report())
  const places = (graph?.nodes ?? []).map(({ path }) => [path.join('.'), parsed?.locate({ path, key: true })] as const)
  return { graph, places: Object.fromEntries(places) }
}
