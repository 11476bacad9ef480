import type { Argv, CommandModule } from 'yargs'
import { draw } from '../../draw.ts'
import type { Direction, Graph } from '../../graph/graph.ts'
import { directions } from '../../graph/graph.ts'
import { emitDiagnostics, refuse, toStdout } from '../emit.ts'
import { readFiles, single } from '../options.ts'
import { statusOf } from '../outcome.ts'
import { readSource } from '../read-source.ts'
import { writeOutput } from '../write-output.ts'
import { builds } from './common.ts'

type Texts = string | readonly string[] | undefined

interface GraphArguments {
  readonly FILE?: readonly (string | number)[] | undefined
  readonly format?: Texts
  readonly direction?: Texts
  readonly output?: Texts
}

const formats = ['svg', 'mermaid', 'dot'] as const
type Format = (typeof formats)[number]

const builder = (yargs: Argv) =>
  yargs
    .positional('FILE', {
      type: 'string',
      array: true,
      describe: 'YAML file, directory of *.yaml, or - for standard input; later ones win',
    })
    .option('format', {
      choices: formats,
      describe: 'A picture, or the text that Mermaid or Graphviz draws (default: by the name after -o, else svg)',
    })
    .option('direction', {
      choices: directions,
      describe:
        'Where the guests are as seen from the hardware (default: up, or right where more than six devices would stand side by side)',
    })
    .option('output', { alias: 'o', type: 'string', describe: 'Write FILE; standard output without' })
    .example('$0 graph host.yaml -o host.svg', 'A picture for a browser, light or dark as the reader has it')
    .example('$0 graph host.yaml --format mermaid', 'For a code block on a forge')
    .example('$0 graph /etc/netplan --format dot --direction right | dot -Tpdf -o host.pdf', 'By way of Graphviz')

/** `netglot graph`: a picture of the layers of a network. */
export const graphCommand: CommandModule<object, GraphArguments> = {
  command: 'graph [FILE...]',
  describe: 'Draw the devices, what they stand on, and the routes to outside',
  builder: builds<GraphArguments>(builder),
  handler: async given => {
    process.exitCode = await run(given)
  },
}

async function run(given: GraphArguments): Promise<number> {
  const output = single('output', given.output)
  const format = (single('format', given.format) as Format | undefined) ?? formatOf(output)
  const direction = single('direction', given.direction) as Direction | undefined
  const { source, diagnostics: unread } = readSource(readFiles(given.FILE))
  if (unread.length > 0) return refuse(unread, source, undefined)
  const { graph, diagnostics } = draw(source)
  emitDiagnostics(diagnostics, source)
  if (graph === undefined) return statusOf(diagnostics)
  const text = await print(graph, format, direction, source.map(({ name }) => (name === '-' ? 'standard input' : name)).join(', '))
  const troubles = output === undefined ? [] : writeOutput(output, text, 0o644, undefined)
  if (output === undefined) toStdout(text)
  emitDiagnostics(troubles, source)
  return statusOf([...diagnostics, ...troubles])
}

/** What the ending of a name promises. */
const formatOf = (file = ''): Format => {
  if (/\.(?:dot|gv)$/i.test(file)) return 'dot'
  return /\.(?:mmd|mermaid)$/i.test(file) ? 'mermaid' : 'svg'
}

const print = async (graph: Graph, format: Format, given: Direction | undefined, name: string): Promise<string> => {
  const { directionFor, dot, mermaid, svg } = await import('../../graph/index.ts')
  const direction = given ?? directionFor(graph)
  if (format === 'mermaid') return mermaid(graph, direction)
  if (format === 'dot') return dot(graph, direction)
  const { elkLayout } = await import('../../graph/elk.ts')
  return svg(graph, { layout: elkLayout, direction, title: `The network of ${name}` })
}
