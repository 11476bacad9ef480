import type { Ip } from '../../model/address.ts'

import type { Leaf } from '../../model/leaf.ts'
import { hasMac, type Ipv6Generation, type RaOverrides } from '../../model/network.ts'

import { implied, lost, when } from '../handlers.ts'
import { machineId, needsLinkLocal, noDiscovery, noRaTable, ofNoMac, stableSecret } from '../kernel-ipv6.ts'
import type { Receipt } from '../ledger.ts'
import { absent, type Fields } from '../target.ts'
import { requireSysctl, settingSlot, sysctlLine } from './commands.ts'
import type { Docs, InterfacesAt, InterfacesContext, InterfacesHandler } from './documents.ts'
import type { CommandSlot } from './keys.ts'

/**
 * The token before the link is up, so that its first addresses end in it. The kernel takes one only where it accepts advertisements
 * (net/ipv6/addrconf.c, inet6_set_iftoken), and an option of a stanza would tell it so too late. A token that it refuses keeps no device down.
 */
export const ipv6Token: InterfacesHandler<Ip> = (leaf, { stanzas }, at) => {
  const { link, context } = at
  if (!hasMac(link)) return context.ledger.lose(leaf, noDiscovery)
  const late = stanzas.find(6, 'static') ?? stanzas.find(6, 'dhcp')
  const first = link.ipv6Forwarding?.value === true && late !== undefined ? `${sysctlLine('ipv6', 'accept_ra', 2)}; ` : ''
  if (first !== '') requireSysctl(context)
  return stanzas.first.run(settingSlot(at), `${first}ip token set ${leaf.value.text} dev $IFACE || true`, leaf)
}

/** Which slot comes before anything makes a link-local address; undefined where the device has one by then. */
export type EarlySlot = (at: InterfacesAt, docs: Docs) => CommandSlot | undefined

/**
 * Addresses that end in a hash (RFC 7217). The kernel makes them with a secret, and writing the secret switches it over. A device that is up by
 * then has its address made anew.
 */
export const ipv6Generation =
  (early: EarlySlot): InterfacesHandler<Ipv6Generation> =>
  (leaf, docs, at) => {
    const { link, context } = at
    const { linkLocal, acceptRa } = link
    if (!linkLocal.value.ipv6 && !acceptRa.value) return context.ledger.imply(leaf, 'the device makes no addresses')
    if (leaf.value === 'eui64')
      return hasMac(link) ? context.ledger.imply(leaf, 'the kernel does so of itself') : context.ledger.lose(leaf, ofNoMac)
    if (!linkLocal.value.ipv6) return context.ledger.lose(leaf, needsLinkLocal)
    return hashed(leaf, docs, context, early(at, docs))
  }

/** The command that gives the kernel its secret. */
const hashed = (
  leaf: Leaf<Ipv6Generation>,
  { stanzas: { first } }: Docs,
  context: InterfacesContext,
  early: CommandSlot | undefined,
): Receipt => {
  requireSysctl(context)
  const { secretFile } = context.root.dialect
  const make = `[ -s ${secretFile} ] || { umask 077; od -An -N16 -tx1 /dev/urandom > ${secretFile}; }`
  if (secretFile !== machineId) first.runExtra(early ?? 'after', make, 'what the addresses are made of')
  const write = `sysctl -qew net/ipv6/conf/$IFACE/stable_secret=$(${stableSecret('$IFACE', secretFile)})`
  const anew = early === undefined ? ` && ip -6 addr flush dev $IFACE scope link && ${again.join(' && ')}` : ''
  return first.run(early ?? 'after', `${write}${anew} || true`, leaf)
}

/** The kernel makes an address when the mode changes, and the secret has changed it already. */
const again = [1, 2].map(mode => sysctlLine('ipv6', 'addr_gen_mode', mode))

/** Bringing the link up and changing its MTU both set it back (net/ipv6/addrconf.c, addrconf_notify), so it comes when all of that is done. */
export const ipv6Mtu: InterfacesHandler<number> = (leaf, { stanzas }, { context }) => {
  stanzas.refuseNameless()
  requireSysctl(context)
  return stanzas.last.run('after', `${sysctlLine('ipv6', 'mtu', leaf.value)} || true`, leaf)
}

const nobodyReads = absent(
  'the kernel takes addresses and routes of router advertisements, and nothing else reads them',
  'write `nameservers`, or install rdnssd',
)
const unread = implied('nothing reads name servers and domains of router advertisements')

export const raFields: Fields<RaOverrides, Docs, InterfacesAt> = {
  useDns: when<boolean, Docs, InterfacesAt>(leaf => leaf.value, lost(nobodyReads), unread),
  useDomains: when(leaf => leaf.value !== 'false', lost(nobodyReads), unread),
  table: lost(noRaTable),
}
