import type { InterfacesHandler } from '../../interfaces/documents.ts'
import { command, integer, word } from '../../interfaces/format.ts'
import { needsOwnClient } from '../../interfaces/own-client.ts'

/** DHCP, or the absence of it, is what the head of a stanza says; a client that commands start is another matter. */
export const dhcp =
  (family: 4 | 6): InterfacesHandler<boolean> =>
  (leaf, { stanzas }, { link, context }) => {
    if (!leaf.value) return leaf.written ? stanzas.first.head(leaf) : context.ledger.imply(leaf, 'no stanza asks for it')
    stanzas.refuseNameless()
    if (link.activation?.value === 'off') return context.ledger.imply(leaf, `${link.id} is never up, and so asks nobody`)
    const stanza = stanzas.find(family, 'dhcp')
    const why =
      stanza === undefined ? 'dhclient in the command lines' : 'inet dhcp starts a DHCP client, and only dhclient takes the metric'
    context.answer.require('isc-dhcp-client', why)
    return stanza === undefined ? context.ledger.placed(leaf) : stanza.head(leaf)
  }

/** ifupdown starts dhclient with -i, which sends a DUID, unless it is told `client no`. */
export const dhcpIdentifier: InterfacesHandler<'duid' | 'mac'> = (leaf, { stanzas, client }, { link, context }) => {
  if (needsOwnClient(link)) {
    if (leaf.value === 'mac') return context.ledger.imply(leaf, 'without -i')
    stanzas.refuseNameless()
    return client.set('identifier', command('-i'), leaf)
  }
  const stanza = stanzas.find(4, 'dhcp')
  if (leaf.value === 'mac' && stanza !== undefined) return stanza.option('client', word.print('no'), leaf)
  return context.ledger.imply(leaf, 'ifupdown starts dhclient with -i, which sends a DUID')
}

export const routeMetric: InterfacesHandler<number> = (leaf, { stanzas, client }, { link, context }) => {
  if (needsOwnClient(link)) {
    if (leaf.written) stanzas.refuseNameless()
    return client.set('metric', command(`-e IF_METRIC=${leaf.value}`), leaf)
  }
  const stanza = stanzas.find(4, 'dhcp')
  return stanza?.option('metric', integer.print(leaf.value), leaf) ?? context.ledger.imply(leaf, 'the link is never up')
}
