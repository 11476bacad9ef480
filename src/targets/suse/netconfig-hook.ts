import type { Leaf } from '../../model/leaf.ts'
import { type Document, joined, type Piece, piece } from '../documents/document.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import type { Text } from '../text.ts'
import { scriptReference } from './command-script.ts'

/**
 * The script by which an interface gets its own name servers: an ifcfg file has none (openSUSE/sysconfig, scripts/netconfig). wicked calls it
 * as `SCRIPT br0 br0 -o post-up` (extensions/dispatch).
 */
export class NetconfigHook implements Document {
  readonly path: string
  readonly template = 'suse/netconfig-hook'
  readonly mode = '0755'
  readonly secretMode = '0700'
  readonly owner = 'root'
  readonly group = 'root'
  readonly comments: readonly string[]
  private readonly name: string
  private readonly ledger: Ledger
  private readonly servers: Piece[] = []
  private readonly domains: Piece[] = []

  constructor(path: string, name: string, ledger: Ledger) {
    this.path = path
    this.comments = [
      'wicked has name servers for the whole machine only; netconfig(8) takes those of an interface.',
      `wicked calls this with: ${name} ${name} -o post-up`,
    ]
    this.name = name
    this.ledger = ledger
  }

  server(text: Text<'shell'>, leaf: Leaf<unknown>): Receipt {
    this.servers.push(piece(text, leaf))
    return this.ledger.placed(leaf)
  }

  domain(text: Text<'shell'>, leaf: Leaf<unknown>): Receipt {
    this.domains.push(piece(text, leaf))
    return this.ledger.placed(leaf)
  }

  /** How the ifcfg file names it. */
  get reference(): string {
    return scriptReference(this.path)
  }

  get empty(): boolean {
    return this.servers.length + this.domains.length === 0
  }

  view(header: readonly string[]): object {
    const list = (pieces: readonly Piece[]): Piece | '' => (pieces.length === 0 ? '' : joined(pieces, ' '))
    return { header, interface: this.name, servers: list(this.servers), domains: list(this.domains) }
  }
}
