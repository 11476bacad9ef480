import { kernelKind, type Tunnel } from '../../src/model/network.ts'
import { expectLeaf, expectValue } from './described.ts'
import type { KernelLink } from './kernel-state.ts'

export const tunnelOf = (tunnel: Tunnel, kernel: KernelLink): readonly string[] => {
  const data = kernel.linkinfo?.info_data
  return [
    ...expectValue('kind', kernelKind(tunnel.mode.value), kernel.linkinfo?.info_kind),
    ...expectLeaf('own end', tunnel.local, data?.local, ({ text }) => text),
    ...expectLeaf('other end', tunnel.remote, data?.remote, ({ text }) => text),
    ...expectLeaf('time to live', tunnel.ttl, data?.ttl),
    ...expectLeaf('input key', tunnel.inputKey, data?.ikey, dotted),
    ...expectLeaf('output key', tunnel.outputKey, data?.okey, dotted),
  ]
}

/** iproute2 shows a key as if it were an address (ip/link_gre.c). */
const dotted = (key: number): string => [24, 16, 8, 0].map(shift => (key >>> shift) & 0xff).join('.')
