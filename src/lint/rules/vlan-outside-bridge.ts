import type { Step } from '../../diagnostics/fix.ts'
import { type Bridge, linkOf } from '../../model/network.ts'
import { placeOf, relatedTo } from '../place.ts'
import type { Rule } from '../rule.ts'

/**
 * A VLAN on a bridge that filters sees what the bridge itself gets with that tag: only of VLANs in the bridge's own list, and not of those that it gets
 * without a tag (net/bridge/br_input.c, br_pass_frame_up; br_vlan.c, br_handle_vlan). To a bridge that filters by 802.1Q the tag of 802.1ad is none, and
 * neither is the tag 0.
 */
export const vlanOutsideBridge: Rule = (network, report) => {
  for (const vlan of network.links) {
    if (vlan.kind !== 'vlan' || vlan.protocol.value === '802.1ad' || vlan.tag.value === 0) continue
    const bridge = linkOf(network, vlan.parent.value)
    if (bridge.kind !== 'bridge' || bridge.vlanDefaultPvid === undefined || getsTagged(bridge, vlan.tag.value)) continue
    const related = relatedTo(bridge.vlans[0], `the VLANs of ${bridge.id} itself`)
    const about = { place: placeOf(vlan.tag), related, fix: joined(bridge, vlan.tag.value) }
    report.add('vlan-outside-bridge', { vlan: vlan.id, id: vlan.tag.value, bridge: bridge.id }, about)
  }
}

const getsTagged = ({ vlans }: Bridge, id: number): boolean =>
  vlans.some(({ value }) => value.first <= id && id <= value.last && !value.untagged)

/** A list in place of none would take the bridge out of its default VLAN. */
const joined = ({ id, vlans }: Bridge, tag: number): readonly Step[] | undefined =>
  vlans.length === 0 || vlans.some(({ value }) => value.first <= tag && tag <= value.last)
    ? undefined
    : [{ do: 'append', path: ['bridges', id, 'parameters', 'vlans'], value: String(tag) }]
