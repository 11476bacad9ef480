import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseDocument } from 'yaml'
import { root } from '../fixtures.ts'

/** One description of fixtures/corpus/: a YAML file, or a folder of several that merge. */
export interface Entry {
  /** `routes/metric` */
  readonly name: string
  readonly source: readonly { readonly name: string; readonly text: string }[]
  /** The release of netplan that first takes it, where 0.106 does not. */
  readonly since: string | undefined
}

const folder = join(root, 'fixtures/corpus')

const yamlIn = (path: string): string[] =>
  readdirSync(path)
    .filter(name => name.endsWith('.yaml'))
    .sort()

const read = (path: string): Entry['source'] => {
  const files = statSync(path).isDirectory() ? yamlIn(path).map(name => join(path, name)) : [path]
  return files.map(file => ({ name: basename(file), text: readFileSync(file, 'utf8') }))
}

/** Lines of `FAMILY/NAME.yaml  # KEY, SINCE`. */
const readNewer = (): ReadonlyMap<string, string> => {
  const lines = readFileSync(join(folder, 'newer.txt'), 'utf8').split('\n')
  return new Map(
    lines.flatMap(line => [...line.matchAll(/^(\S+?)(?:\.yaml)?\s+#.*,\s*(\S+)$/g)].map(([, name = '', since = '']) => [name, since])),
  )
}

/** What netplan 0.106 does not take, with the release that does. */
export const newer = readNewer()

const families = existsSync(folder) ? readdirSync(folder).filter(name => statSync(join(folder, name)).isDirectory()) : []

/** All descriptions of the corpus. */
export const corpus: readonly Entry[] = families.sort().flatMap(family =>
  readdirSync(join(folder, family))
    .sort()
    .map(file => {
      const name = `${family}/${file.replace(/\.yaml$/, '')}`
      return { name, source: read(join(folder, family, file)), since: newer.get(name) }
    }),
)

/** Whether release `a` of netplan is as new as `b`. */
export const atLeast = (a: string, b: string): boolean => {
  const [[major = 0, minor = 0], [toMajor = 0, toMinor = 0]] = [a, b].map(version => version.split('.').map(Number)) as [number[], number[]]
  return major === toMajor ? minor >= toMinor : major > toMajor
}

type Tree = Readonly<Record<string, unknown>>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The description's trees as text, file by file. */
export const treesOf = (entry: Pick<Entry, 'source'>): readonly Tree[] =>
  entry.source
    .map(({ text }) => parseDocument(text, { schema: 'failsafe', uniqueKeys: false }))
    .map(document => (document.errors.length > 0 ? undefined : document.toJS()))
    .filter(isTree)

/** The ids of all definitions, each with the renderer that it says itself. */
export function definitionsOf(entry: Entry): ReadonlyMap<string, string | undefined> {
  const types = treesOf(entry).flatMap(tree => Object.entries(isTree(tree.network) ? tree.network : {}))
  const found = types.flatMap(([, definitions]) => {
    if (!isTree(definitions)) return []
    const own = definitions.renderer as string | undefined
    return Object.entries(definitions)
      .filter(([, definition]) => isTree(definition))
      .map(([id, definition]) => [id, ((definition as Tree).renderer as string | undefined) ?? own] as const)
  })
  return new Map(found)
}

/** The ids of the definitions that stand for the device of that name, and of no other. */
export const knownByName = (entry: Pick<Entry, 'source'>): readonly string[] =>
  treesOf(entry).flatMap(tree =>
    Object.values(isTree(tree.network) ? tree.network : {}).flatMap(definitions =>
      Object.entries(isTree(definitions) ? definitions : {}).flatMap(([id, definition]) =>
        isTree(definition) && definition.match === undefined && id.length <= 15 ? [id] : [],
      ),
    ),
  )
