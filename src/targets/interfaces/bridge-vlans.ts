import type { Leaf } from '../../model/leaf.ts'
import { type Bridge, strayVlan, type VlanRange } from '../../model/network.ts'
import { bridgeCommand, strayReason, vlanAdd, vlanDelete } from '../../side/bridge-commands.ts'
import type { Docs, InterfacesHandler } from './documents.ts'
import { word } from './format.ts'

/** Whether the bridge looks at tags; bridge-utils' hook and ifupdown2 know `yes` only. */
const filtering: InterfacesHandler<boolean> = (leaf, { stanzas }) =>
  stanzas.first.option('bridge-vlan-aware', word.print(leaf.value ? 'yes' : 'no'), leaf)

/** 1 is what the kernel has. When it changes, the kernel gives it to ports that have the old one alone, so it comes before their VLANs. */
const defaultPvid: InterfacesHandler<number> = (leaf, { stanzas }, { context }) =>
  leaf.value === 1
    ? context.ledger.imply(leaf, 'the kernel has 1')
    : stanzas.first.run('filter', bridgeCommand('$IFACE', 'vlan_default_pvid', leaf.value), leaf)

/** The VLANs of the bridge itself. */
const ownVlan: InterfacesHandler<VlanRange> = (leaf, { stanzas }) => stanzas.first.run('vlan', vlanAdd('$IFACE', leaf.value, true), leaf)

/** What both dialects say of the VLANs of the bridge as a whole. */
export const filteringFields = { vlanFiltering: filtering, vlanDefaultPvid: defaultPvid, vlans: ownVlan }

/** Takes the default PVID from a port, or from the bridge itself, whose list does not have it. */
export function deleteStray({ stanzas }: Pick<Docs, 'stanzas'>, vlans: readonly Leaf<VlanRange>[], bridge: Bridge, port?: string): void {
  const stray = strayVlan(vlans, bridge.vlanDefaultPvid)
  if (stray === undefined) return
  stanzas.first.runExtra('vlan', vlanDelete(port ?? '$IFACE', stray, port === undefined), strayReason)
}
