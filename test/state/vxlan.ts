import type { Ip } from '../../src/model/address.ts'
import type { Network, Vxlan } from '../../src/model/network.ts'
import { expectLeaf, expectValue, nameOf } from './described.ts'
import type { KernelLink } from './kernel-state.ts'

export const vxlanOf = (vxlan: Vxlan, kernel: KernelLink, network: Network): readonly string[] => {
  const data = kernel.linkinfo?.info_data
  return [
    ...expectValue('kind', 'vxlan', kernel.linkinfo?.info_kind),
    ...expectLeaf('network identifier', vxlan.vni, data?.id),
    ...expectLeaf('device below', vxlan.parent, data?.link, id => nameOf(network, id)),
    ...expectLeaf('own end', vxlan.local, data?.local ?? data?.local6, textOf),
    ...expectLeaf('other end', vxlan.remote, data?.remote ?? data?.remote6, textOf),
    ...expectLeaf('group', vxlan.group, data?.group ?? data?.group6, textOf),
    ...expectLeaf('port', vxlan.port, data?.port),
    ...expectLeaf('learning', vxlan.learning, data?.learning),
    ...expectLeaf('time to live', vxlan.ttl, data?.ttl),
    ...expectLeaf('ageing', vxlan.ageing, data?.ageing),
    ...expectLeaf('limit', vxlan.limit, data?.limit),
    ...expectLeaf('UDP checksum', vxlan.udpChecksum, data?.udp_csum),
    ...expectLeaf('UDP checksum over IPv6 unsent', vxlan.zeroUdp6Tx, data?.udp_zero_csum6_tx),
    ...expectLeaf('UDP checksum over IPv6 not asked for', vxlan.zeroUdp6Rx, data?.udp_zero_csum6_rx),
    ...expectLeaf('ports to send from', vxlan.portRange, data?.port_range, ({ first, last }) => ({ low: first, high: last })),
    ...expectLeaf('ARP proxy', vxlan.arpProxy, data?.proxy ?? false),
    ...expectLeaf('route short circuit', vxlan.shortCircuit, data?.rsc ?? false),
    ...expectLeaf('news of unknown MACs', vxlan.l2Miss, data?.l2miss ?? false),
    ...expectLeaf('news of unknown addresses', vxlan.l3Miss, data?.l3miss ?? false),
    ...expectLeaf('group policy', vxlan.groupPolicy, data?.gbp ?? false),
    ...expectLeaf('generic protocol', vxlan.genericProtocol, data?.gpe ?? false),
  ]
}

const textOf = ({ text }: Ip): string => text
