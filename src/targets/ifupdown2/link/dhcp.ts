import type { InterfacesHandler } from '../../interfaces/documents.ts'
import { command } from '../../interfaces/format.ts'
import { startsClient } from '../plan.ts'

/** DHCPv4, or the absence of it, is what the head of the stanza says. */
export const dhcp4: InterfacesHandler<boolean> = (leaf, { stanzas }, { link, context }) => {
  if (!leaf.value) return leaf.written ? stanzas.first.head(leaf) : context.ledger.imply(leaf, 'no stanza asks for it')
  if (link.activation?.value === 'off') return context.ledger.imply(leaf, `${link.id} is never up, and so asks nobody`)
  const own = startsClient(link)
  context.answer.require('isc-dhcp-client', own ? 'dhclient in the command lines' : 'inet dhcp starts dhclient')
  stanzas.refuseNameless()
  return own ? context.ledger.placed(leaf) : stanzas.first.head(leaf)
}

/** ifupdown2 gives its client no metric: the hook does. */
export const routeMetric: InterfacesHandler<number> = (leaf, { stanzas, hook, client }, { link, context }) => {
  if (link.activation?.value === 'off') return context.ledger.imply(leaf, 'the link is never up')
  if (startsClient(link)) {
    if (leaf.written) stanzas.refuseNameless()
    return client.set('metric', command(`-e IF_METRIC=${leaf.value}`), leaf)
  }
  hook.comments.push('ifupdown2 gives dhclient no metric.')
  return hook.add(`IF_METRIC=${leaf.value}`, leaf)
}

const files = '-pf /run/netglot-dhclient6.$IFACE.pid -lf /var/lib/dhcp/dhclient6.$IFACE.leases $IFACE'

/**
 * DHCPv6. ifupdown2 3.0 starts its client while the link-local address is still tentative, which fails, and without a timeout, which may block
 * for ever (addons/dhcp.py). So the client is started by commands, with a file for its number that ifupdown2 does not look at.
 */
export const dhcp6: InterfacesHandler<boolean> = (leaf, { stanzas }, { link, context }) => {
  if (!leaf.value) return leaf.written ? stanzas.first.head(leaf) : context.ledger.imply(leaf, 'no command asks for it')
  if (link.activation?.value === 'off') return context.ledger.imply(leaf, `${link.id} is never up, and so asks nobody`)
  context.answer.require('isc-dhcp-client', 'dhclient in the command lines')
  const { first } = stanzas
  const ready = 'ip -6 addr show dev $IFACE scope link -tentative | grep -q inet6'
  first.runExtra(
    'await',
    `for n in 1 2 3 4 5 6 7 8 9 10; do ${ready} && break; sleep 1; done`,
    'dhclient needs a link-local address that is no longer tentative',
    'inet6 dhcp of ifupdown2 3.0 does not wait for the link-local address',
  )
  first.run('undo', `dhclient -6 -r ${files} || true`, leaf)
  const waiting = link.optional.value ? '' : `timeout 60 dhclient -6 ${files} || `
  return first.run('dhcp6', `${waiting}dhclient -6 -nw ${files}`, leaf)
}
