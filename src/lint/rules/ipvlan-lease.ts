import type { Ipvlan } from '../../model/network.ts'
import { placeOf } from '../place.ts'
import type { Rule } from '../rule.ts'

/** Documentation/networking/ipvlan.rst of the kernel, on DHCP. */
export const ipvlanLease: Rule = (network, report) => {
  for (const link of network.links) {
    if (link.kind !== 'ipvlan') continue
    const asks = [link.dhcp4, link.dhcp6].find(dhcp => dhcp.value)
    if (asks !== undefined) report.add('ipvlan-lease', { id: link.id, ...trouble(link) }, { place: placeOf(asks) })
  }
}

const trouble = ({ parent, mode }: Ipvlan): { readonly why: string; readonly remedy: string } =>
  mode.value === 'l2'
    ? {
        why: `it has the MAC of ${parent.value}, and a server that goes by the MAC gives both one lease`,
        remedy: 'give it static addresses, or make it one of `macvlans`',
      }
    : { why: `in mode ${mode.value} no broadcast comes in, so no answer either`, remedy: 'give it static addresses, or write `mode: l2`' }
