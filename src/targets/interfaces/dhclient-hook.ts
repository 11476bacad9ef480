import type { Leaf } from '../../model/leaf.ts'
import type { Link, Network } from '../../model/network.ts'
import { perNetwork } from '../../model/per-network.ts'
import { fileName } from '../../side/names.ts'
import { namelessReason } from '../../side/side.ts'
import { type Document, extra, type Piece, piece } from '../documents/document.ts'
import type { Ledger, Receipt } from '../ledger.ts'
import { Inexpressible, text } from '../text.ts'

/**
 * A hook of dhclient-script(8) that acts on one interface: dhclient sources all of them before it uses a lease. run-parts(8), which lists
 * them, takes no name with a dot.
 */
export class DhclientHook implements Document {
  readonly path: string
  readonly template = 'interfaces/dhclient-hook'
  readonly mode = '0644'
  readonly secretMode = '0600'
  readonly owner = 'root'
  readonly group = 'root'
  readonly comments: string[] = []
  private readonly name: string
  private readonly lines: Piece[] = []
  private readonly ledger: Ledger

  constructor(link: Link, network: Network, ledger: Ledger) {
    this.path = `/etc/dhcp/dhclient-enter-hooks.d/netglot-${hookNames(network).get(link.id)}`
    this.name = link.interface?.value ?? ''
    this.ledger = ledger
  }

  /** A line for a leaf. */
  add(line: string, leaf: Leaf<unknown>, why?: string): Receipt {
    if (this.name === '' && leaf.written) throw new Inexpressible(namelessReason.why, namelessReason.remedy)
    this.lines.push(piece(text('shell', line), leaf, why))
    return this.ledger.placed(leaf)
  }

  get empty(): boolean {
    return this.lines.length === 0
  }

  view(header: readonly string[]): object {
    return { header, interface: extra(text('shell', this.name), 'it acts on this interface alone'), lines: this.lines }
  }
}

/** Names without dots, still different for different links, by their ids. */
const hookNames = perNetwork(({ links }) => {
  const taken = new Map<string, number>()
  return new Map(
    links.map(({ id }) => {
      const undotted = fileName(id).replaceAll('.', '_')
      const rank = (taken.get(undotted) ?? 0) + 1
      taken.set(undotted, rank)
      return [id, rank > 1 ? `${undotted}-${rank}` : undotted]
    }),
  )
})
