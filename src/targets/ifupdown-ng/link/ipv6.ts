import type { LinkLocal } from '../../../model/network.ts'
import { setSysctl } from '../../interfaces/commands.ts'
import type { InterfacesHandler } from '../../interfaces/documents.ts'
import { ipv6Generation as generation } from '../../interfaces/ipv6.ts'
import { ofPort } from '../../interfaces/port.ts'
import { acceptRaSetting } from '../../kernel-ipv6.ts'
import type { Receipt } from '../../ledger.ts'
import { approximate } from '../../target.ts'
import { text } from '../../text.ts'

/** Router advertisements. The executor ipv6-ra sets 1, or 0 when the interface goes down: what forwards needs 2. */
export const acceptRa: InterfacesHandler<boolean> = (leaf, docs, at) => {
  const { link, context } = at
  if (link.controller !== undefined) return ofPort(leaf, docs, at)
  const value = acceptRaSetting(leaf.value, context.network)
  if (leaf.value && !leaf.written && value === 1) return context.ledger.imply(leaf, 'the kernel does so of itself')
  return setSysctl(leaf, docs, at, ['ipv6', 'accept_ra', value])
}

/** Link-local addresses: the kernel makes the one of IPv6 when the link comes up, and dhcpcd the one of IPv4. */
export const linkLocal: InterfacesHandler<LinkLocal> = (leaf, { stanzas, configuration }, { link, context }) => {
  if (link.controller !== undefined) return context.ledger.imply(leaf, 'a port of a bridge has none')
  const receipts: Receipt[] = []
  if (!leaf.value.ipv6) receipts.push(stanzas.first.run('before', 'ip link set dev $IFACE addrgenmode none', leaf))
  if (leaf.value.ipv4 && link.activation?.value !== 'off') {
    stanzas.refuseNameless()
    if (link.dhcp4.value) return context.ledger.lose(leaf, beside)
    receipts.push(configuration.add(text('shell', 'nodhcp'), leaf))
  }
  return receipts[0] ?? context.ledger.imply(leaf, 'the kernel makes it of the MAC')
}

const beside = approximate('dhcpcd takes an IPv4 link-local address only while it has no lease', 'leave ipv4 out of `link-local`')

/** Bridges are made by commands as well, so every device is there before it is up. */
export const ipv6Generation = generation(() => 'before')
