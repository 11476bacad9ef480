import type { Leaf } from '../../../model/leaf.ts'
import { type Bridge, hasPvid, type Link, strayVlan, type VlanRange, vlanIds } from '../../../model/network.ts'
import { showVlan, strayReason, vlanDelete } from '../../../side/bridge-commands.ts'
import { namelessReason } from '../../../side/side.ts'
import { vlanUnit } from '../../../side/vlan-unit.ts'
import { joined, piece } from '../../documents/document.ts'
import type { Receipt } from '../../ledger.ts'
import { approximate } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs, NetplanContext } from '../documents.ts'
import { byRenderer, type NetplanHandler, passthrough, settings, settingText } from '../handlers.ts'
import { usesNetworkManager } from '../renderer.ts'

type Vlans = readonly Leaf<VlanRange>[]

/** The numbers of the bridge as a whole: netplan has no keys for them. */
export const filteringFields = {
  vlanFiltering: byRenderer<boolean>(
    (leaf, { netdevDropIn }) => netdevDropIn.section('Bridge').set('VLANFiltering', text('ini', leaf.value ? 'yes' : 'no'), leaf),
    passthrough('bridge.vlan-filtering', String),
  ),
  vlanDefaultPvid: byRenderer<number>(
    (leaf, { netdevDropIn }) =>
      netdevDropIn.section('Bridge').set('DefaultPVID', text('ini', leaf.value === 0 ? 'none' : String(leaf.value)), leaf),
    passthrough('bridge.vlan-default-pvid', String),
  ),
}

/** A section of the drop-in for networkd; for NetworkManager all VLANs are one setting. */
export const vlanOf = (setting: 'bridge.vlans' | 'bridge-port.vlans', vlans: Vlans): NetplanHandler<VlanRange> =>
  byRenderer(section, (leaf, docs, { context }) => {
    if (leaf === vlans[0]) settings(docs).push(setting, allOf(vlans))
    return context.ledger.placed(leaf)
  })

const section = (leaf: Leaf<VlanRange>, { networkDropIn }: Docs): Receipt => {
  const own = networkDropIn.another('BridgeVLAN')
  const ids = text('ini', vlanIds(leaf.value))
  if (leaf.value.untagged) own.set('EgressUntagged', ids, leaf)
  if (leaf.value.pvid) own.set('PVID', ids, leaf)
  return own.set('VLAN', ids, leaf)
}

const allOf = (vlans: Vlans) => {
  const all = joined(
    vlans.map(leaf => piece(text('yaml', showVlan(leaf.value)), leaf)),
    ',',
  )
  return { ...all, text: settingText(all.text) }
}

/**
 * The default PVID goes where the list does not have it. How networkd treats it hangs on its version, which netplan's does not tell: before 256 it stays,
 * and from then on it is taken away beside another PVID, but given back where the list has none.
 */
export function completeVlans(link: Link, vlans: Vlans, bridge: Bridge, context: NetplanContext): void {
  const stray = strayVlan(vlans, bridge.vlanDefaultPvid)
  const [first] = vlans
  if (first === undefined) return
  const { side } = context.docs(link.id)
  if (usesNetworkManager(bridge, context.network)) {
    if (stray === undefined || side.whenUpToo(device => vlanDelete(device, stray, link.kind === 'bridge'), strayReason)) return
    context.ledger.lose(first, namelessReason)
  } else if (!hasPvid(vlans) && bridge.vlanDefaultPvid?.value !== 0) context.ledger.lose(first, givenBack(bridge))
  else if (stray !== undefined && !vlanUnit(link, first.value, stray, side, context)) context.ledger.lose(first, namelessReason)
}

const givenBack = (bridge: Bridge) =>
  approximate(
    `networkd from 256 on gives the port VLAN ${bridge.vlanDefaultPvid?.value}, the default, for packets without a tag all the same, and netplan does not tell which version there is`,
    'write `vlan-default-pvid: 0`, and in the lists of all other ports the VLAN that is to be theirs',
  )
