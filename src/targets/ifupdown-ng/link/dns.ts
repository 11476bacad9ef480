import type { Ip } from '../../../model/address.ts'
import { joined, piece } from '../../documents/document.ts'
import type { Docs, InterfacesContext, InterfacesHandler } from '../../interfaces/documents.ts'
import { command, shellWord } from '../../interfaces/format.ts'
import { Inexpressible } from '../../text.ts'

/** Nobody on Alpine reads `dns-nameservers` and `dns-search`, so resolvconf(8) is told by a command. */
export const nameserver: InterfacesHandler<Ip> = (leaf, docs, { context }) => {
  docs.stanzas.refuseNameless()
  docs.resolver.push(piece(command(`echo nameserver ${leaf.value.text};`), leaf))
  return context.ledger.placed(leaf)
}

export const searchDomain: InterfacesHandler<string> = (leaf, docs, { context }) => {
  docs.stanzas.refuseNameless()
  if (leaf.value.startsWith('~')) throw new Inexpressible('resolv.conf has no domains for routing alone', 'leave the ~ out, or the domain')
  context.root.dialect.guard(leaf.value)
  docs.resolver.push(piece(command(`echo search ${shellWord(leaf.value)};`), leaf))
  return context.ledger.placed(leaf)
}

/** The commands that give the servers of a link to resolvconf(8), and take them away again. */
export function resolverCommands({ stanzas, resolver }: Docs, { answer }: InterfacesContext): void {
  if (resolver.length === 0) return
  answer.require('openresolv', 'resolvconf in the command lines writes /etc/resolv.conf')
  const all = joined(oneSearchLine(resolver), ' ')
  stanzas.first.runPiece('resolver', { ...all, text: command(`{ ${all.text} } | resolvconf -a $IFACE`) })
  stanzas.first.runExtra('undo', 'resolvconf -d $IFACE || true', 'takes the servers away again')
}

/** resolv.conf(5): of several `search` lines the last one counts. */
const oneSearchLine = (lines: Docs['resolver']): Docs['resolver'] => {
  const searches = lines.filter(line => line.text.startsWith('echo search '))
  if (searches.length < 2) return lines
  const domains = joined(
    searches.map(line => ({ ...line, text: line.text.slice('echo search '.length, -1) })),
    ' ',
  )
  return [...lines.filter(line => !searches.includes(line)), { ...domains, text: `echo search ${domains.text};` }]
}
