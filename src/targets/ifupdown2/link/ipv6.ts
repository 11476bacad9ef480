import type { LinkLocal } from '../../../model/network.ts'
import { setSysctl, sysctlLine } from '../../interfaces/commands.ts'
import type { InterfacesHandler } from '../../interfaces/documents.ts'
import { onOff } from '../../interfaces/format.ts'
import { ipv6Generation as generation } from '../../interfaces/ipv6.ts'
import { ofPort } from '../../interfaces/port.ts'
import { acceptRaSetting } from '../../kernel-ipv6.ts'
import type { Receipt } from '../../ledger.ts'

/**
 * Router advertisements: ifupdown2 3.0 has no option for them with static addresses. A bridge is made between the stanza's `pre-up`
 * commands and DHCP, so for DHCP the hook says it, which dhclient runs before it asks.
 */
export const acceptRa: InterfacesHandler<boolean> = (leaf, docs, at) => {
  const { link, context } = at
  if (link.controller !== undefined) return ofPort(leaf, docs, at)
  const value = acceptRaSetting(leaf.value, context.network)
  if (leaf.value && !leaf.written && value === 1) return context.ledger.imply(leaf, 'the kernel does so of itself')
  if (link.kind !== 'bridge' || docs.stanzas.first.method !== 'dhcp') return setSysctl(leaf, docs, at, ['ipv6', 'accept_ra', value])
  context.answer.require('procps', 'sysctl in the command lines')
  const line = sysctlLine('ipv6', 'accept_ra', value).replace('$IFACE', link.interface?.value ?? '')
  return docs.hook.add(`case $reason in PREINIT*) ${line} ;; esac`, leaf)
}

/** Link-local addresses: the kernel makes the one of IPv6, and ifupdown2's address addon can tell it not to. */
export const linkLocal: InterfacesHandler<LinkLocal> = (leaf, { stanzas }, { link, context }) => {
  if (link.controller !== undefined) return context.ledger.imply(leaf, 'a port has none')
  const receipts: Receipt[] = []
  if (leaf.value.ipv4) {
    context.answer.require('avahi-autoipd', 'finds a free IPv4 link-local address')
    stanzas.last.run('undo', 'avahi-autoipd --kill $IFACE || true', leaf)
    receipts.push(stanzas.last.run('rule', 'avahi-autoipd --daemonize --force-bind $IFACE', leaf))
  }
  if (!leaf.value.ipv6) receipts.push(stanzas.first.option('ipv6-addrgen', onOff.print(false), leaf))
  return receipts[0] ?? context.ledger.imply(leaf, 'the kernel makes it of the MAC')
}

/**
 * Outside the boot ifupdown2 sets the mode back between `pre-up` and `up`, but not on a device with DHCP (addons/address.py, up_ipv6_addrgen).
 * Commands start the client of some devices, which then have another method.
 */
export const ipv6Generation = generation(({ link, context }, { stanzas }) =>
  !context.root.dialect.late.has(link.kind) && stanzas.first.method === 'dhcp' ? 'before' : undefined,
)
