import type { Ip } from '../../../model/address.ts'
import type { Leaf } from '../../../model/leaf.ts'
import { hasMac, type Ipv6Generation, type RaOverrides } from '../../../model/network.ts'
import { needsLinkLocal, noDiscovery, noRaTable, ofNoMac, stableSecret } from '../../kernel-ipv6.ts'
import type { Receipt } from '../../ledger.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { word } from '../format.ts'
import type { SuseAt, SuseHandler } from '../handlers.ts'
import { leavesDns } from '../layer3.ts'

const path = (key: string, { link }: SuseAt): string => `net/ipv6/conf/${link.interface?.value}/${key}`

/** Before the link is up, so that its first addresses end in it; the kernel takes one only where it accepts advertisements. */
export const ipv6Token: SuseHandler<Ip> = (leaf, docs, { link, context }) =>
  hasMac(link)
    ? docs.before.add(text('shell', `ip token set ${leaf.value.text} dev ${link.interface?.value}`), leaf)
    : context.ledger.lose(leaf, noDiscovery)

/** Addresses that end in a hash (RFC 7217): the kernel makes them with a secret, and writing the secret switches it over. */
export const ipv6Generation: SuseHandler<Ipv6Generation> = (leaf, docs, at) => {
  const { link, context } = at
  if (!link.linkLocal.value.ipv6 && !link.acceptRa.value) return context.ledger.imply(leaf, 'the device makes no addresses')
  if (leaf.value === 'eui64')
    return hasMac(link) ? context.ledger.imply(leaf, 'the kernel does so of itself') : context.ledger.lose(leaf, ofNoMac)
  if (!link.linkLocal.value.ipv6) return context.ledger.lose(leaf, needsLinkLocal)
  return docs.before.add(text('shell', `sysctl -qw ${path('stable_secret', at)}="$(${stableSecret(link.interface?.value ?? '')})"`), leaf)
}

/** Bringing the link up and changing its MTU both set it back (net/ipv6/addrconf.c, addrconf_notify), so it comes after both. */
export const ipv6Mtu: SuseHandler<number> = (leaf, docs, at) =>
  docs.after.add(text('shell', `sysctl -qw ${path('mtu', at)}=${leaf.value}`), leaf)

const useDomains = (leaf: Leaf<'true' | 'false' | 'route'>, { link, context }: SuseAt): Receipt => {
  const usesDns = link.raOverrides?.useDns?.value !== false
  return (usesDns ? leaf.value === 'true' : leaf.value === 'false')
    ? context.ledger.imply(leaf, 'wicked does with the domains of advertisements what it does with their name servers')
    : context.ledger.lose(leaf, withServers)
}

const withServers = absent(
  'wicked takes the domains of advertisements if it takes their name servers, and for searching',
  'leave it out, or set `use-dns` to the same',
)

const ofTun = absent('wicked reads no advertisements of such a device by itself', 'take it out')

export const raFields: Fields<RaOverrides, Docs, SuseAt> = {
  useDns: (leaf, docs, { link, context }) => {
    if (leaf.value) return context.ledger.imply(leaf, 'wicked does so of itself')
    return leavesDns(link) ? docs.ifcfg.variables.set('AUTO6_UPDATE', word.print('none'), leaf) : context.ledger.lose(leaf, ofTun)
  },
  useDomains: (leaf, _docs, at) => useDomains(leaf, at),
  table: (leaf, _docs, { context }) => context.ledger.lose(leaf, noRaTable),
}
