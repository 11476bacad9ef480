import type { Leaf } from '../../model/leaf.ts'
import type { Link } from '../../model/network.ts'
import type { Reason } from '../ledger.ts'
import { absent, conflict } from '../target.ts'

/** What comes by router advertisement and by DHCPv6 is one to NetworkManager. */
export const otherDns = (leaf: Leaf<boolean>, { dhcp6Overrides }: Link): Reason | undefined =>
  dhcp6Overrides !== undefined && (dhcp6Overrides.useDns?.value ?? true) !== leaf.value ? oneSwitch : undefined

const oneSwitch = conflict(
  'NetworkManager has one switch for the name servers of DHCPv6 and of router advertisements',
  'write the same `use-dns` in `dhcp6-overrides`',
)

/** Why the search domains of advertisements can't be had, or kept out, alone. */
export const otherDomains = (leaf: Leaf<'true' | 'false' | 'route'>, { raOverrides }: Link): Reason | undefined => {
  const usesDns = raOverrides?.useDns?.value !== false
  return (usesDns ? leaf.value === 'true' : leaf.value === 'false') ? undefined : withServers
}

const withServers = absent(
  'search domains of router advertisements come with their name servers, and for searching',
  'set `use-dns` to the same, and write search domains by hand',
)

/** A table that holds for more than the routes of advertisements: NetworkManager puts all of IPv6 into it. */
export const otherRoutes = ({ addresses, routes }: Link): Reason | undefined => {
  const more = addresses.some(({ address }) => address.value.family === 6) || routes.some(r => r.family === 6 && r.table === undefined)
  return more ? oneTable : undefined
}

const oneTable = conflict(
  'NetworkManager has one table for all IPv6 routes of a device, those of static addresses too',
  'take the static IPv6 addresses out, and give each IPv6 route a `table`, or leave the table to the main one',
)

/** When it stops, NetworkManager leaves all devices as they are but radios and modems (nm-device-wifi.c, unmanaged_on_quit; nm-device-modem.c). */
export const goesDown = ({ kind }: Link): boolean => kind === 'wifi' || kind === 'modem'

export const radiosGoDown = absent(
  'NetworkManager takes radios and modems down when it stops',
  'take it out, and do not stop NetworkManager',
)
