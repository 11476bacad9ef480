import { type Document, placed } from '../documents/document.ts'
import { Section } from '../documents/ini.ts'
import { inOrder } from '../documents/rank.ts'
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

  view(header: readonly string[]): object {
    const ranked = this.variables.entries.map(({ key, piece }) => ({
      key,
      piece,
      quote: piece.text.includes("'") ? '"' : "'",
      rank: rank(key),
    }))
    return { header, variables: inOrder(ranked, variable => variable.rank) }
  }
}
