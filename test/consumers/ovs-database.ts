import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from './run-program.ts'

/** What Open vSwitch’s database holds after some commands, and what they complained about. */
export interface Database {
  readonly said: readonly string[]
  /** `Bridge ovs0 fail_mode` and its value. */
  readonly facts: Facts
  /** The same after a second boot. */
  readonly again: Facts
}

export type Facts = Readonly<Record<string, string>>

type Cell =
  | string
  | number
  | boolean
  | readonly ['uuid', string]
  | readonly ['set', readonly Cell[]]
  | readonly ['map', readonly (readonly [Cell, Cell])[]]

interface Dumped {
  readonly caption: string
  readonly headings: readonly string[]
  readonly data: readonly (readonly Cell[])[]
}

type Row = Readonly<Record<string, Cell>>

const rowsOf = ({ headings, data }: Dumped): readonly Row[] =>
  data.map(row => Object.fromEntries(headings.map((name, i) => [name, row[i] ?? ''])))

/** Records go by name, since each run gives them other numbers. */
const nameOf = (row: Row): string => String(row.name ?? row.target ?? '')

function textOf(cell: Cell, names: ReadonlyMap<string, string>): string {
  if (!Array.isArray(cell)) return JSON.stringify(cell)
  const [kind, content] = cell as unknown as readonly [string, Cell[] & string]
  if (kind === 'uuid') return names.get(content) ?? 'a record'
  if (kind === 'set')
    return `[${content
      .map(item => textOf(item, names))
      .sort()
      .join(' ')}]`
  const pairs = (content as unknown as readonly (readonly [Cell, Cell])[]).filter(([key]) => !/^netplan(\/|$)/.test(String(key)))
  return `{${pairs
    .map(([key, value]) => `${key}=${textOf(value, names)}`)
    .sort()
    .join(' ')}}`
}

function factsOf(dump: string): Facts {
  const tables = dump
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Dumped)
  const rows = tables.flatMap(table =>
    rowsOf(table).map(row => ({ row, label: `${table.caption.replace(' table', '')} ${nameOf(row)}`.trim() })),
  )
  const names = new Map(rows.map(({ row, label }) => [String((row._uuid as readonly [string, string])[1]), label]))
  const facts = rows.flatMap(({ row, label }) =>
    Object.entries(row)
      // ovs-vsctl counts its transactions there.
      .filter(([column]) => column !== '_uuid' && column !== 'next_cfg')
      .map(([column, cell]) => [`${label} ${column}`, textOf(cell, names)] as const),
  )
  return Object.fromEntries(facts)
}

/** The databases after the command lines of each, for a shell in which `ovs-vsctl` is the real one: one run for all. */
export async function databasesAfter(batch: Readonly<Record<string, readonly string[]>>): Promise<Readonly<Record<string, Database>>> {
  const folder = await mkdtemp(join(tmpdir(), 'netglot-ovs-'))
  const names = Object.keys(batch)
  const fileOf = (name: string, ending: string): string => join(folder, `${names.indexOf(name)}.${ending}`)
  try {
    for (const name of names) await writeFile(fileOf(name, 'commands'), (batch[name] ?? []).map(line => `${line}\n`).join(''))
    const { status, lines } = await runScript('ovs-run.sh', [folder])
    if (status !== 0) throw new Error(`no database: ${lines.join('; ')}`)
    const results = await Promise.all(
      names.map(async name => {
        const [said = '', dump = '', again = ''] = await Promise.all(
          ['said', 'json', 'again.json'].map(ending => readFile(fileOf(name, ending), 'utf8')),
        )
        return [name, { said: said.split('\n').filter(line => line !== ''), facts: factsOf(dump), again: factsOf(again) }] as const
      }),
    )
    return Object.fromEntries(results)
  } finally {
    await rm(folder, { recursive: true })
  }
}
