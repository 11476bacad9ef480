import { hasPorts, type LinkLocal } from '../../../model/network.ts'
import { requireSysctl, setSysctl, settingSlot, sysctlLine } from '../../interfaces/commands.ts'
import type { InterfacesAt, InterfacesHandler } from '../../interfaces/documents.ts'
import { integer } from '../../interfaces/format.ts'
import { ipv6Generation as generation } from '../../interfaces/ipv6.ts'
import { ofPort } from '../../interfaces/port.ts'
import type { Stanza } from '../../interfaces/stanza.ts'
import { acceptRaSetting } from '../../kernel-ipv6.ts'

/**
 * Router advertisements. The kernel takes them unless it is told otherwise, also without a link-local address; `inet6 dhcp` switches them on.
 * `inet6 static` switches their addresses off, and with a `gateway` switches them off altogether and flushes what they have brought (inet6.defn).
 */
export const acceptRa: InterfacesHandler<boolean> = (leaf, docs, at) => {
  const { link, context } = at
  if (link.controller !== undefined) return ofPort(leaf, docs, at)
  const value = acceptRaSetting(leaf.value, context.network)
  const fixed = docs.stanzas.find(6, 'static')
  const stanza = fixed ?? docs.stanzas.find(6, 'dhcp')
  if (leaf.value) fixed?.put('autoconf', integer.print(1), 'inet6 static switches off the addresses of router advertisements')
  if (!leaf.value && stanza !== docs.stanzas.first) {
    requireSysctl(context)
    if (stanza === undefined) return docs.stanzas.first.run(settingSlot(at), deafLine(at), leaf)
    const why = 'the device is up before the stanza of IPv6 comes, and would hear an advertisement'
    docs.stanzas.first.runExtra(settingSlot(at), deafLine(at), why)
  }
  if (leaf.value && !leaf.written && value === 1 && fixed === undefined) return context.ledger.imply(leaf, 'the kernel does so of itself')
  return stanza === undefined
    ? setSysctl(leaf, docs, at, ['ipv6', 'accept_ra', value])
    : stanza.option('accept_ra', integer.print(value), leaf)
}

/**
 * What a hook makes is up before its stanza can say anything, and may have heard an advertisement by then. Its addresses can be told from others,
 * the route to their network not; turning IPv6 off and on takes all of it away (addrconf.c, addrconf_ifdown).
 */
const deafLine = (at: InterfacesAt): string => {
  if (settingSlot(at) === 'before') return sysctlLine('ipv6', 'accept_ra', 0)
  return ['sysctl -qew', ...['disable_ipv6=1', 'accept_ra=0', 'disable_ipv6=0'].map(setting => `net/ipv6/conf/$IFACE/${setting}`)].join(' ')
}

/**
 * Link-local addresses. The kernel makes the one of IPv6 when the link comes up. A hook makes a bridge or a bond before its stanza can say anything, so
 * what it has got by then is taken away again.
 */
export const linkLocal: InterfacesHandler<LinkLocal> = (leaf, docs, at) => {
  const { link, context } = at
  const { first } = docs.stanzas
  if (link.controller !== undefined) return context.ledger.imply(leaf, 'a port has none')
  if (leaf.value.ipv4) return autoip(leaf, docs, at)
  if (leaf.value.ipv6) return context.ledger.imply(leaf, 'the kernel makes it of the MAC')
  return noIpv6(leaf, first, at)
}

const noIpv6: (
  leaf: Parameters<InterfacesHandler<LinkLocal>>[0],
  first: Stanza,
  at: InterfacesAt,
) => ReturnType<InterfacesHandler<LinkLocal>> = (leaf, first, at) => {
  const receipt = first.run(settingSlot(at), 'ip link set dev $IFACE addrgenmode none', leaf)
  if (hasPorts(at.link)) first.run('after', 'ip -6 addr flush dev $IFACE scope link', leaf)
  return receipt
}

/** avahi-autoipd(8): without --force-bind it waits as long as the link has another address. */
const autoip: InterfacesHandler<LinkLocal> = (leaf, docs, at) => {
  const { stanzas } = docs
  at.context.answer.require('avahi-autoipd', 'finds a free IPv4 link-local address')
  if (!leaf.value.ipv6) noIpv6(leaf, stanzas.first, at)
  stanzas.last.run('undo', 'avahi-autoipd --kill $IFACE || true', leaf)
  return stanzas.last.run('rule', 'avahi-autoipd --daemonize --force-bind $IFACE', leaf)
}

/** Before the link is up; but what a hook makes is up by the time that its stanza has a say. */
export const ipv6Generation = generation(({ link, context }) => (context.root.dialect.late.has(link.kind) ? undefined : 'before'))
