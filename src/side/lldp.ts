import type { Leaf } from '../model/leaf.ts'
import type { Link } from '../model/network.ts'
import type { Context } from '../targets/context.ts'
import { type Document, extra, joined, type Piece, piece } from '../targets/documents/document.ts'
import type { Receipt } from '../targets/ledger.ts'
import { text } from '../targets/text.ts'
import { namelessReason } from './side.ts'

/** What lldpd is told when it starts (lldpcli(8)): which interfaces are its business, and that it speaks there and does not listen. */
class LldpdDocument implements Document {
  readonly path = path
  readonly template = 'shared/lines'
  readonly mode = '0644'
  readonly secretMode = '0600'
  readonly owner = 'root'
  readonly group = 'root'
  readonly comments = ['lldpd speaks on these interfaces alone, and does not listen.']
  readonly names: Piece[] = []

  get empty(): boolean {
    return this.names.length === 0
  }

  view(header: readonly string[]): object {
    const names = joined(this.names, ',')
    const pattern = { ...names, text: `configure system interface pattern ${names.text}` }
    return { header, lines: [pattern, extra(text('shell', 'configure lldp status tx-only'), 'nobody asked for what the neighbours say')] }
  }
}

const path = '/etc/lldpd.d/netglot.conf'

/** Lets lldpd tell the neighbours of a link who the machine is, where the stack itself has no LLDP to send. */
export function emitLldp<R, D>(leaf: Leaf<boolean>, link: Link, context: Context<R, D>): Receipt {
  if (!leaf.value) return context.ledger.imply(leaf, 'nothing sends LLDP of itself')
  const name = link.interface?.value
  if (name === undefined) return context.ledger.lose(leaf, namelessReason)
  const before = context.documents.find(document => document.path === path) as LldpdDocument | undefined
  const document = before ?? context.add(new LldpdDocument())
  document.names.push(piece(text('shell', name), leaf))
  context.answer.require('lldpd', 'sends LLDP')
  startDaemon(context)
  return context.ledger.placed(leaf)
}

/** Alpine has OpenRC. */
const startDaemon = <R, D>({ answer, spelling }: Context<R, D>): void => {
  const openRc = spelling.target === 'ifupdown-ng'
  answer.enable(openRc ? 'lldpd' : 'lldpd.service')
  if (openRc) answer.step('reload', 'OpenRC starts it at boot', 'rc-update', 'add', 'lldpd', 'default')
  answer.step(
    'reload',
    'lldpd reads its new settings',
    ...(openRc ? ['rc-service', 'lldpd', 'restart'] : ['systemctl', 'restart', 'lldpd.service']),
  )
}
