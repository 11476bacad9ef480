import type { Ip } from '../../../model/address.ts'
import type { Ipv6Generation, RaOverrides } from '../../../model/network.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, word, yesNo } from '../format.ts'
import { type NetworkdAt, type NetworkdHandler, network } from '../handlers.ts'

/**
 * The link-local address is the kernel's, for which networkd makes a secret of the machine-id and the name (networkd-ipv6ll.c); those of router
 * advertisements are networkd's own.
 */
export const ipv6Generation: NetworkdHandler<Ipv6Generation> = (leaf, docs, { link, context }) => {
  if (!link.linkLocal.value.ipv6 && !link.acceptRa.value) return context.ledger.imply(leaf, 'the device makes no addresses')
  if (link.linkLocal.value.ipv6) docs.network.section('Network').set('IPv6LinkLocalAddressGenerationMode', text('ini', leaf.value), leaf)
  if (link.acceptRa.value)
    docs.network.section('IPv6AcceptRA').set('Token', text('ini', leaf.value === 'eui64' ? 'eui64' : 'prefixstable'), leaf)
  return context.ledger.placed(leaf)
}

export const ipv6Token: NetworkdHandler<Ip> = (leaf, docs) =>
  docs.network.section('IPv6AcceptRA').set('Token', text('ini', `static:${leaf.value.text}`), leaf)

export const raFields: Fields<RaOverrides, Docs, NetworkdAt> = {
  useDns: network('IPv6AcceptRA', 'UseDNS', yesNo),
  useDomains: network('IPv6AcceptRA', 'UseDomains', word),
  table: network('IPv6AcceptRA', 'RouteTable', integer),
}
