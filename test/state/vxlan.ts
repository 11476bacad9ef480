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
  ]
}

const textOf = ({ text }: Ip): string => text
