import { type Bridge, hasPorts, isLoopback, type Link, type Network } from '../../model/network.ts'
import { isPlain } from '../interfaces/address.ts'
import type { PlannedStanza, Start } from '../interfaces/link-stanzas.ts'
import { needsOwnClient } from '../interfaces/own-client.ts'

/**
 * The stanzas of a link: one for each address, then DHCP, which may block until its timeout. The options of the device stand in the first
 * one only, since each stanza of an interface goes through the whole cycle of hooks. Each `inet6 static` says anew whether addresses of router
 * advertisements are taken, so where they are there is one.
 */
export function plan(link: Link): readonly PlannedStanza[] {
  const stanzas: PlannedStanza[] = []
  addStatic(stanzas, link, 4, Number.POSITIVE_INFINITY)
  addStatic(stanzas, link, 6, link.acceptRa.value ? 1 : Number.POSITIVE_INFINITY)
  if (link.activation?.value !== 'off') {
    if (link.dhcp4.value && !needsOwnClient(link)) stanzas.push({ family: 'inet', method: 'dhcp' })
    if (link.dhcp6.value) stanzas.push({ family: 'inet6', method: 'dhcp' })
  }
  const [first] = stanzas
  if (first === undefined || (first.method === 'dhcp' && mustComeBefore(link)) || (hasPorts(link) && link.vrf !== undefined))
    stanzas.unshift({ family: 'inet', method: 'manual' })
  return stanzas
}

const addStatic = (stanzas: PlannedStanza[], link: Link, family: 4 | 6, most: number): void => {
  let count = 0
  for (const address of link.addresses) {
    if (address.address.value.family !== family || !isPlain(address, 'IPv6') || count === most) continue
    stanzas.push({ family: family === 4 ? 'inet' : 'inet6', method: 'static', addresses: [address] })
    count++
  }
}

/** A bridge or a bond is made by a hook, so it joins its VRF in a stanza before it has addresses, and its settings can't be made in `pre-up`; those that must hold before DHCP begins get a stanza before it. */
const mustComeBefore = (link: Link): boolean =>
  hasPorts(link) &&
  (link.mtu !== undefined ||
    !link.acceptRa.value ||
    !link.linkLocal.value.ipv6 ||
    link.ipv6Privacy.value ||
    link.ipv6Generation?.value === 'stable-privacy' ||
    link.ipv6Token !== undefined ||
    link.ipv6Forwarding?.value === true)

/** Whether a bridge's `mtu` says what its ports have too: bridge-utils gives it to all of them. */
export const sharesMtu = (bridge: Bridge, network: Network): boolean =>
  bridge.ports.every(port => network.links.find(link => link.id === port.link.value)?.mtu?.value === bridge.mtu?.value)

/** When ifupdown brings a link up. A port without settings of its own is brought up by its bridge alone. */
export function startOf(link: Link, bare: boolean): Start {
  const nic = link.kind === 'ethernet' || link.kind === 'wifi'
  if (link.controller !== undefined) return nic && bare ? '' : 'auto'
  // `auto lo` stands above all stanzas.
  if (link.activation?.value === 'manual' || isLoopback(link)) return ''
  return nic && link.optional.value ? 'allow-hotplug' : 'auto'
}
