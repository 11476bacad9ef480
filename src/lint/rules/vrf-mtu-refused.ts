import { ipv6Minimum } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** drivers/net/vrf.c, vrf_setup: the least MTU of a VRF is that of IPv6. */
export const vrfMtuRefused: Rule = (network, report) => {
  for (const { kind, id, mtu } of network.links)
    if (kind === 'vrf' && mtu !== undefined && mtu.value < ipv6Minimum)
      report.add(
        'vrf-mtu-refused',
        { vrf: id, mtu: mtu.value },
        { place: placeOf(mtu), fix: mtu.origins.map(path => ({ do: 'remove', path })) },
      )
}
