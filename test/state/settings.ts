import type { Leaf } from '../../src/model/leaf.ts'
import type { Link } from '../../src/model/network.ts'
import { expectValue } from './described.ts'
import type { KernelState } from './kernel-state.ts'

export const settingsOf = (link: Link, name: string, { sysctl }: KernelState): readonly string[] => {
  const settings: readonly (readonly [string, Leaf<boolean> | undefined])[] = [
    [`net/ipv4/conf/${name}/forwarding`, link.ipv4Forwarding],
    [`net/ipv6/conf/${name}/forwarding`, link.ipv6Forwarding],
    [`net/ipv4/conf/${name}/proxy_arp`, link.ipv4ProxyArp],
    [`net/ipv6/conf/${name}/proxy_ndp`, link.ipv6ProxyNdp],
  ]
  return settings.flatMap(([key, on]) => expectValue(key, on && (on.value ? '1' : '0'), sysctl[key]))
}
