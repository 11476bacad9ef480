import { type Dirent, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Variables } from '../../description/substitute.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { found, systemReason } from '../found.ts'
import type { Listing } from './listing.ts'
import { Table } from './table.ts'

/** A host, and what there is to read of it. */
export interface Host {
  readonly name: string
  /** Its file or its folder; none where its row is all there is. */
  readonly files: readonly string[]
  readonly variables: Variables
  /** What was found before anything of it was read. */
  readonly diagnostics: readonly Diagnostic[]
  /** The documents that earlier runs wrote for it. */
  readonly documents?: Listing
}

export interface Fleet {
  /** The names of all hosts, sorted. */
  readonly names: readonly string[]
  readonly hostOf: (name: string) => Host
  /** What is wrong with the fleet as a whole. */
  readonly diagnostics: readonly Diagnostic[]
}

export const tableName = 'hosts.csv'

/** The hosts in a folder: HOST.yaml, HOST/ and the rows of hosts.csv. Files that all hosts share are none. */
export function readFleet(folder: string, shared: readonly string[]): Fleet {
  const entries = readFolder(folder)
  if (!Array.isArray(entries)) return noFleet([entries])
  const table = entries.some(({ name }) => name === tableName) ? readTable(join(folder, tableName)) : undefined
  if (table !== undefined && !(table instanceof Table)) return noFleet([table])
  if (table !== undefined && table.diagnostics.length > 0) return noFleet(table.diagnostics)
  const { files, strangers } = sorted(entries, folder, shared)
  const names = [...new Set([...files.keys(), ...(table?.hosts.keys() ?? [])])].sort()
  if (names.length === 0) return noFleet([found('empty-fleet', { folder })])
  const passedOver = strangers.length === 0 ? [] : [found('no-host', { files: listed(strangers.toSorted()) })]
  return { names, hostOf: name => hostOf(name, files, table), diagnostics: passedOver }
}

const noFleet = (diagnostics: readonly Diagnostic[]): Fleet => ({
  names: [],
  hostOf: name => hostOf(name, new Map(), undefined),
  diagnostics,
})

interface Sorted {
  /** The file and the folder of each host. */
  readonly files: ReadonlyMap<string, readonly string[]>
  readonly strangers: readonly string[]
}

const sorted = (entries: readonly Dirent[], folder: string, shared: readonly string[]): Sorted => {
  const files = new Map<string, string[]>()
  const strangers: string[] = []
  const own = new Set(shared.filter(file => file !== '-').map(file => realpathSync(file)))
  const top = realpathSync(folder)
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === tableName || own.has(join(top, entry.name))) continue
    const host = nameOf(entry)
    if (host === undefined) strangers.push(entry.name)
    else files.set(host, [...(files.get(host) ?? []), join(folder, entry.name)])
  }
  return { files, strangers }
}

const readFolder = (folder: string): Dirent[] | Diagnostic => {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return unreadable(folder, error)
  }
}

const readTable = (file: string): Table | Diagnostic => {
  try {
    return new Table(file, new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)))
  } catch (error) {
    if (error instanceof TypeError) return found('not-utf8', {}, { span: { file, line: 1, column: 1, endLine: 1, endColumn: 1 } })
    return unreadable(file, error)
  }
}

const unreadable = (file: string, error: unknown): Diagnostic => {
  const why = systemReason(error)
  if (why === undefined) throw error
  return found('file-unreadable', { file, why })
}

/** The host that an entry describes. A symbolic link counts by its name: to a file or to a folder. */
const nameOf = (entry: Dirent): string | undefined => {
  if (entry.isDirectory()) return entry.name
  if (!entry.isFile() && !entry.isSymbolicLink()) return undefined
  if (entry.name.endsWith('.yaml')) return entry.name.slice(0, -'.yaml'.length)
  return entry.isSymbolicLink() ? entry.name : undefined
}

const hostOf = (name: string, files: ReadonlyMap<string, readonly string[]>, table: Table | undefined): Host => {
  const own = files.get(name) ?? []
  const { variables, diagnostics } = table?.variablesOf(name) ?? { variables: { host: name }, diagnostics: [] }
  return { name, files: own, variables, diagnostics: [...refuse(name, own, table), ...diagnostics] }
}

const refuse = (name: string, [first = '', second]: readonly string[], table: Table | undefined): readonly Diagnostic[] => {
  if (!isHostName(name)) return [found('bad-host-name', { name }, { span: table?.placeOf(name) })]
  return second === undefined ? [] : [found('host-twice', { host: name, first, second })]
}

/** A name that is a folder below another, and nothing else. */
export const isHostName = (name: string): boolean => /^[A-Za-z0-9_][A-Za-z0-9._-]{0,199}$/.test(name) && !name.includes('..')

/** The first names of a list. */
export const listed = (names: readonly string[], most = 10): string =>
  names.length > most ? `${names.slice(0, most).join(', ')} and ${names.length - most} more` : names.join(', ')
