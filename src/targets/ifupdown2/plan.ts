import { isLoopback, type Link } from '../../model/network.ts'
import { isPlain } from '../interfaces/address.ts'
import type { PlannedStanza, Start } from '../interfaces/link-stanzas.ts'
import { needsOwnClient } from '../interfaces/own-client.ts'
import { madeKinds } from './made-kinds.ts'

/**
 * The stanza of a link. ifupdown2 joins all stanzas of an interface into one that has the method of the first and the families of all
 * (iface.squash): a static stanza beside DHCP would ask DHCP servers of both families. So there is one stanza, and what does not fit into
 * it is a command, and so is every address of a device that a command makes (link/made.ts).
 */
export function plan(link: Link): readonly PlannedStanza[] {
  if (link.dhcp4.value && link.activation?.value !== 'off' && !startsClient(link)) return [{ family: 'inet', method: 'dhcp' }]
  // A bridge is made after the `pre-up` commands, so a command of `up` puts it into its VRF, before it has addresses.
  const made = madeKinds.has(link.kind) || (link.kind === 'bridge' && link.vrf !== undefined)
  // ifupdown2 passes over addresses and DHCP of a port, and says so: commands do what the description asks for.
  const plain = made || link.controller !== undefined ? [] : link.addresses.filter(address => isPlain(address, 'none'))
  if (isLoopback(link)) return [{ family: 'inet', method: 'loopback', addresses: plain }]
  if (plain.length === 0) return [{ family: 'inet', method: 'manual' }]
  const family = plain.some(({ address }) => address.value.family === 4) ? 'inet' : 'inet6'
  return [{ family, method: 'static', addresses: plain }]
}

/** Whether commands start the DHCPv4 client: udev has no part in ifupdown2, and its own client has no -i. */
export const startsClient = (link: Link): boolean =>
  needsOwnClient(link, false) ||
  (link.dhcp4.value && link.activation?.value !== 'off' && (link.dhcpIdentifier?.value === 'duid' || link.controller !== undefined))

/** When ifupdown2 brings a link up. It sorts by dependency, so ports are always `auto`. */
export function startOf(link: Link): Start {
  if (link.controller === undefined && link.activation?.value === 'manual') return ''
  const nic = link.kind === 'ethernet' || link.kind === 'wifi'
  return nic && link.controller === undefined && link.optional.value ? 'allow-hotplug' : 'auto'
}
