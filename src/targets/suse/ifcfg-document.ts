import { type Document, type Mark, placed } from '../documents/document.ts'
import { Section } from '../documents/ini.ts'
import type { Ledger } from '../ledger.ts'
import { rank, type Variable } from './keys.ts'

/** A file of quoted variables: `/etc/sysconfig/network/ifcfg-br0`. */
export class IfcfgDocument implements Document {
  readonly path: string
  readonly template = 'suse/ifcfg'
  readonly mode: string
  readonly secretMode: string
  readonly owner: string
  readonly group: string
  readonly comments: string[] = []
  readonly variables: Section<Variable, 'ifcfg'>

  constructor(path: string, ledger: Ledger) {
    const { mode, secretMode, owner, group } = placed({ path })
    this.path = path
    this.mode = mode
    this.secretMode = secretMode
    this.owner = owner
    this.group = group
    this.variables = new Section<Variable, 'ifcfg'>('', ledger)
  }

  get empty(): boolean {
    return this.variables.entries.length === 0
  }

  view(mark: Mark): object {
    const entries = [...this.variables.entries].sort((a, b) => compare(rank(a.key), rank(b.key)))
    return { variables: entries.map(({ key, piece }) => ({ name: key, quote: piece.text.includes("'") ? '"' : "'", value: mark(piece) })) }
  }
}

const compare = (a: readonly number[], b: readonly number[]): number => a.map((n, i) => n - (b[i] ?? 0)).find(n => n !== 0) ?? 0
