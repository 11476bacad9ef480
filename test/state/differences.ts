import type { Link } from '../../src/model/network.ts'
import { addressesOf } from './addresses.ts'
import { bondOf, hasMacOfPort } from './bond.ts'
import { bridgeOf } from './bridge.ts'
import { type Described, expectLeaf, expectValue, nameOf } from './described.ts'
import type { KernelLink, KernelState } from './kernel-state.ts'
import { leaseToldOf } from './lease.ts'
import { macvlanOf } from './macvlan.ts'
import { nameServersOf } from './name-servers.ts'
import { portOf } from './port.ts'
import { routesOf } from './routes.ts'
import { rulesOf } from './rules.ts'
import { settingsOf } from './settings.ts'
import { surplusOf } from './surplus.ts'
import { surplusRoutesOf } from './surplus-routes.ts'
import { tunnelOf } from './tunnel.ts'
import { tuntapOf } from './tuntap.ts'
import { vlanOf } from './vlan.ts'
import { vxlanOf } from './vxlan.ts'
import { wifiOf } from './wifi.ts'
import { wireguardOf } from './wireguard.ts'

/** How the kernel's state differs from the description, one line a difference. What nobody has described is one too. */
export const differences = (described: Described, state: KernelState): readonly string[] => [
  ...described.network.links.flatMap(link => differencesOf(link, state, described)),
  ...surplusOf(described, state),
]

const differencesOf = (link: Link, state: KernelState, described: Described): readonly string[] => {
  const name = link.interface?.value ?? link.id
  const kernel = state.links.find(l => l.ifname === name)
  if (described.absent?.includes(link.id) === true) return kernel === undefined ? [] : [`${name} is there, whatever it is`]
  if (kernel === undefined) return [`${name}: there is no such device`]
  return [
    ...deviceOf(link, kernel, described),
    ...kindOf(link, kernel, state, described),
    ...portOf(link, kernel, described.network),
    ...addressesOf(link, name, state, described),
    ...routesOf(link, name, state, described),
    ...surplusRoutesOf(link, name, state, described),
    ...rulesOf(link, state),
    ...settingsOf(link, name, state),
    ...leaseToldOf(link, name, state),
    ...nameServersOf(link, state, described),
  ].map(difference => `${name}: ${difference}`)
}

const deviceOf = (link: Link, kernel: KernelLink, { exceptions, network, nics }: Described): readonly string[] => [
  ...expectLeaf('MAC', hasMacOfPort(link) ? undefined : link.mac, kernel.address, mac => mac.toLowerCase()),
  ...(link.macPolicy?.value === 'permanent' ? expectValue('MAC', nics[link.id], kernel.address) : []),
  ...(link.macPolicy?.value === 'random' ? expectValue('permanent MAC', false, kernel.address === nics[link.id]) : []),
  ...expectLeaf('MTU', isBondPort(link, network) ? undefined : link.mtu, kernel.mtu),
  ...(exceptions.aliasNeedsUdev === true ? [] : expectLeaf('alias', link.alias, kernel.ifalias)),
  ...expectValue('up', link.activation === undefined ? true : undefined, kernel.flags.includes('UP')),
]

/** A bond gives its own MTU to its ports (bond_main.c, bond_enslave). */
const isBondPort = ({ controller }: Link, { links }: Described['network']): boolean =>
  links.some(({ id, kind }) => id === controller && kind === 'bond')

/** What is peculiar to the kind of device. */
const kindOf = (link: Link, kernel: KernelLink, state: KernelState, described: Described): readonly string[] => {
  const { network, accounts } = described
  switch (link.kind) {
    case 'bridge':
      return bridgeOf(link, kernel, state, described)
    case 'bond':
      return bondOf(link, kernel, network)
    case 'vlan':
      return vlanOf(link, kernel, network)
    case 'macvlan':
    case 'macvtap':
    case 'ipvlan':
      return macvlanOf(link, kernel, network)
    case 'vxlan':
      return vxlanOf(link, kernel, network)
    case 'tap':
    case 'tun':
      return tuntapOf(link, kernel.ifname, state, accounts)
    case 'wifi':
      return wifiOf(link, kernel.ifname, state)
    case 'vrf':
      return [
        ...expectValue('kind', 'vrf', kernel.linkinfo?.info_kind),
        ...expectLeaf('table', link.table, kernel.linkinfo?.info_data?.table),
      ]
    case 'veth':
      return [
        ...expectValue('kind', 'veth', kernel.linkinfo?.info_kind),
        ...expectLeaf('other end', link.peer, kernel.link, id => nameOf(network, id)),
      ]
    case 'wireguard':
      return wireguardOf(link, kernel, state)
    case 'tunnel':
      return tunnelOf(link, kernel)
    case 'dummy':
      return expectValue('kind', 'dummy', kernel.linkinfo?.info_kind)
    default:
      return []
  }
}
