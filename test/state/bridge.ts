import type { Leaf } from '../../src/model/leaf.ts'
import type { Bridge, VlanRange } from '../../src/model/network.ts'
import { type Described, expectLeaf, expectValue, nameOf, oneOrZero } from './described.ts'
import type { KernelLink, KernelState } from './kernel-state.ts'

export const bridgeOf = (bridge: Bridge, kernel: KernelLink, state: KernelState, { network, exceptions }: Described): readonly string[] => {
  const data = kernel.linkinfo?.info_data
  const delay = exceptions.noDelayWithoutStp === true && !bridge.stp.value ? undefined : bridge.forwardDelay
  // While STP tells of a change the kernel ages by twice the forward delay, and shows it (br_stp.c, __br_set_topology_change).
  const ageing = data?.topology_change === 1 ? undefined : bridge.ageingTime
  return [
    ...expectValue('kind', 'bridge', kernel.linkinfo?.info_kind),
    ...expectLeaf('STP', bridge.stp, data?.stp_state, oneOrZero),
    ...expectLeaf('forward delay', delay, data?.forward_delay, hundredths),
    ...expectLeaf('hello time', bridge.helloTime, data?.hello_time, hundredths),
    ...expectLeaf('max age', bridge.maxAge, data?.max_age, hundredths),
    ...expectLeaf('ageing time', ageing, data?.ageing_time, hundredths),
    ...expectLeaf('bridge priority', bridge.priority, data?.priority),
    ...expectLeaf('VLAN filtering', bridge.vlanFiltering, data?.vlan_filtering, oneOrZero),
    ...expectLeaf('default PVID', bridge.vlanDefaultPvid, data?.vlan_default_pvid),
    ...(bridge.vlanFiltering?.value === true ? vlansOf(bridge, kernel.ifname, state, network) : []),
  ]
}

/** The kernel counts in hundredths of a second. */
const hundredths = (seconds: number): number => seconds * 100

const vlansOf = (bridge: Bridge, name: string, { vlans }: KernelState, network: Described['network']): readonly string[] => {
  const lists = [
    { name, vlans: bridge.vlans },
    ...bridge.ports.map(port => ({ name: nameOf(network, port.link.value), vlans: port.vlans })),
  ]
  return lists.flatMap(list => {
    const found = (vlans.find(v => v.ifname === list.name)?.vlans ?? []).flatMap(({ vlan, vlanEnd, flags = [] }) =>
      each({ first: vlan, last: vlanEnd ?? vlan, pvid: flags.includes('PVID'), untagged: flags.includes('Egress Untagged') }),
    )
    return expectValue(`VLANs of ${list.name}`, described(list.vlans, bridge.vlanDefaultPvid).sort().join(', '), found.sort().join(', '))
  })
}

/** A list says all there is; without one it is the default PVID. */
const described = (vlans: readonly Leaf<VlanRange>[], defaultPvid: Leaf<number> | undefined): string[] => {
  if (vlans.length > 0) return vlans.flatMap(({ value }) => each(value))
  const id = defaultPvid?.value ?? 0
  return id === 0 ? [] : each({ first: id, last: id, pvid: true, untagged: true })
}

/** One by one: a kernel tells of a range as it was given, or as single ids. */
const each = ({ first, last, pvid, untagged }: VlanRange): string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => `${first + i}${pvid ? ' pvid' : ''}${untagged ? ' untagged' : ''}`)
