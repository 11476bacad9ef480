import { stringify } from 'yaml'
import { corpus, type Entry, treesOf } from './corpus.ts'

/** A description of the corpus with one value changed to something that may be wrong there. */
export interface Mutation {
  /** `ethernets.*.routes.*.metric := "-1"` */
  readonly name: string
  readonly source: Entry['source']
}

const wrong: readonly unknown[] = ['', 'junk', '-1', '0', '70000', '5000000000', '192.0.2.1/24', 'a b', [], ['x'], { x: 'y' }]

type Path = readonly (string | number)[]

/** Every value and every mapping below a definition, and what stands beside the definitions. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 1) yield path
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsOf(item, [...path, i])
  else if (typeof value === 'object' && value !== null)
    for (const [key, below] of Object.entries(value)) yield* pathsOf(below, [...path, key])
}

/** Keys whose keys the user chooses. */
const free = new Set(['access-points', 'addresses', 'path-cost', 'port-priority', 'external-ids', 'other-config', 'passthrough'])

/** The path as the schema has it, without the kind of device: what all devices have is tried on one. */
const schemaPath = (path: Path): string =>
  path.map((part, i) => (i === 2 || typeof part === 'number' || free.has(String(path[i - 1])) ? '*' : part)).join('.')

const changed = (tree: unknown, path: Path, value: unknown): unknown => {
  const copy = structuredClone(tree)
  let at = copy as Record<string | number, unknown>
  for (const part of path.slice(0, -1)) at = at[part] as typeof at
  at[path.at(-1) ?? ''] = value
  return copy
}

/** Each key of the corpus once with each of the wrong values. */
export function mutations(): readonly Mutation[] {
  const seen = new Set<string>()
  return corpus
    .filter(({ source }) => source.length === 1)
    .flatMap(entry => {
      const [tree] = treesOf(entry)
      const fresh = [...pathsOf(tree)].filter(path => {
        const name = schemaPath(path).replace(/^network\.(ethernets|bridges|wifis|modems|nm-devices)\.\*/, 'DEVICE.*')
        return seen.has(name) ? false : seen.add(name)
      })
      return fresh.flatMap(path =>
        wrong.map(value => ({
          name: `${schemaPath(path).replace(/^network\./, '')} := ${JSON.stringify(value)}`,
          source: [{ name: 'mutation.yaml', text: stringify(changed(tree, path, value), { aliasDuplicateObjects: false }) }],
        })),
      )
    })
}
