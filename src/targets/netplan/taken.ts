import { silent } from '../../model/leaf.ts'
import type { Link } from '../../model/network.ts'
import type { NetplanContext } from './documents.ts'

const off = silent(false)

/** The link as the release takes it: netplan 0.106 takes neither addresses of a VRF nor what else the kinds share, and what is described of it is lost. */
export const takenOf = (link: Link, context: NetplanContext): Link =>
  link.kind !== 'vrf' || context.since('1.1')
    ? link
    : {
        ...link,
        addresses: [],
        nameservers: [],
        searchDomains: [],
        dhcp4: off,
        dhcp6: off,
        acceptRa: off,
        ipv6Privacy: off,
        optional: off,
        activation: undefined,
        linkLocal: silent({ ipv4: false, ipv6: false }),
        ipv6Generation: undefined,
        ipv6Token: undefined,
        ipv6Mtu: undefined,
        raOverrides: undefined,
      }
