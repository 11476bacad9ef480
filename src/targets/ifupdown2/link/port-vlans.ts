import type { Leaf } from '../../../model/leaf.ts'
import { type Bridge, type VlanRange, vlanIds } from '../../../model/network.ts'
import { vlanAdd, vlanDelete } from '../../../side/bridge-commands.ts'
import type { Docs } from '../../interfaces/documents.ts'
import { word } from '../../interfaces/format.ts'
import type { Stanza } from '../../interfaces/stanza.ts'
import type { Receipt } from '../../ledger.ts'

/** A port, and the stanza of its bridge. */
export interface VlanPort {
  readonly own: Docs
  readonly bridge: Stanza
  readonly name: string
  /** There is one entry in the list. */
  readonly alone: boolean
}

/**
 * VLANs of a port, in the port's own stanza. ifupdown2 knows the PVID, which goes out without a tag, and VLANs with a tag; what is otherwise is told the
 * kernel by a command after it.
 */
export function portVlan(leaf: Leaf<VlanRange>, { own, bridge, name, alone }: VlanPort): Receipt {
  const { pvid, untagged } = leaf.value
  const ids = word.print(vlanIds(leaf.value))
  if (pvid && untagged) return own.stanzas.first.option(alone ? 'bridge-access' : 'bridge-pvid', ids, leaf)
  if (pvid || untagged) bridge.run('vlan', vlanAdd(name, leaf.value), leaf)
  return own.stanzas.first.append('bridge-vids', ids, leaf)
}

/** ifupdown2 gives every port of a VLAN-aware bridge the PVID 1 unless it is told another (addons/bridge.py). */
export function completePort(vlans: readonly Leaf<VlanRange>[], link: Bridge, { own, bridge, name }: VlanPort): void {
  const byDefault = link.vlanDefaultPvid?.value
  if (byDefault === undefined) return
  const { first } = own.stanzas
  const access = vlans.find(({ value }) => value.pvid && value.untagged)
  if (vlans.length === 0 && byDefault > 1) first.put('bridge-access', word.print(String(byDefault)), 'the default PVID of the bridge')
  else if (vlans.length === 0 ? byDefault === 0 : access === undefined)
    first.put('bridge-allow-untagged', word.print('no'), 'what comes in without a tag is in no VLAN')
  // The kernel has changed the PVID of ports with 1 when it was given another default.
  if (access?.value.first !== 1 || byDefault === 1) return
  bridge.runExtra('vlan', vlanAdd(name, access.value), 'the new default PVID has taken the place of 1')
  const inList = byDefault === 0 || vlans.some(({ value }) => value.first <= byDefault && byDefault <= value.last)
  if (!inList) bridge.runExtra('vlan', `${vlanDelete(name, byDefault)} 2>/dev/null || true`, 'the list says all VLANs')
}
