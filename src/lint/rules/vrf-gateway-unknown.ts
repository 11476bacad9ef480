import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** A route of a VRF that no member reaches the gateway of stays with the VRF, where no stack can tell by which member it goes out. */
export const vrfGatewayUnknown: Rule = (network, report) => {
  for (const vrf of network.links)
    for (const { via } of vrf.kind === 'vrf' ? vrf.routes : [])
      if (via !== undefined) report.add('vrf-gateway-unknown', { vrf: vrf.id, gateway: via.value.text }, { place: placeOf(via) })
}
