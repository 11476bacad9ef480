import type { Leaf } from '../../../model/leaf.ts'
import { type Bridge, hasPvid, type Link, strayVlan, type VlanRange, vlanIds } from '../../../model/network.ts'
import { namelessReason } from '../../../side/side.ts'
import { vlanUnit } from '../../../side/vlan-unit.ts'
import { text } from '../../text.ts'
import type { NetworkdContext } from '../documents.ts'
import type { NetworkdHandler } from '../handlers.ts'

/** VLANs of a port, or of the bridge itself: a section each, in the .network file of the device. */
export const vlan: NetworkdHandler<VlanRange> = (leaf, { network }) => {
  const section = network.another('BridgeVLAN')
  const ids = text('ini', vlanIds(leaf.value))
  if (leaf.value.untagged) section.set('EgressUntagged', ids, leaf)
  if (leaf.value.pvid) section.set('PVID', ids, leaf)
  return section.set('VLAN', ids, leaf)
}

/**
 * What the list leaves out. networkd 257 takes away the VLANs that it was not told of, but for the PVID, of which it has to be told; 252 adds to what
 * the kernel gives.
 */
export function completeVlans(link: Link, vlans: readonly Leaf<VlanRange>[], bridge: Bridge, context: NetworkdContext): void {
  const stray = strayVlan(vlans, bridge.vlanDefaultPvid)
  const [first] = vlans
  const { network, side } = context.docs(link.id)
  if (context.since('257')) {
    if (first === undefined || hasPvid(vlans) || bridge.vlanDefaultPvid?.value === 0) return
    network.another('BridgeVLAN').put('PVID', text('ini', 'no'), 'what comes in without a tag is in no VLAN')
  } else if (first !== undefined && stray !== undefined && !vlanUnit(link, first.value, stray, side, context))
    context.ledger.lose(first, namelessReason)
}
