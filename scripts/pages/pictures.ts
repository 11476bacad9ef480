import { draw } from '../../src/draw.ts'
import { elkLayout } from '../../src/graph/elk.ts'
import { svg } from '../../src/graph/svg.ts'

/** The pictures of docs/pictures/, by name, of the descriptions beside them. */
export async function pictures(descriptions: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
  const drawn = Object.entries(descriptions).map(async ([name, text]) => {
    const { graph, diagnostics } = draw([{ name, text }])
    const [wrong] = diagnostics
    if (graph === undefined || wrong !== undefined) throw new Error(`${name}: ${wrong?.message}`)
    return [name.replace(/\.yaml$/, '.svg'), await svg(graph, { layout: elkLayout, title: `The network of ${name}` })] as const
  })
  return Object.fromEntries(await Promise.all(drawn))
}
