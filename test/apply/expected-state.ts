import { holds, readCidr } from '../../src/model/address.ts'
import type { Leaf } from '../../src/model/leaf.ts'
import type { Bridge, Link, Network, Route, Tap, Tun } from '../../src/model/network.ts'
import type { Accounts } from '../../src/targets/context.ts'

/** What lab.sh dumps, as far as it is compared: the words of `ip -j`. */
export interface KernelState {
  readonly links: readonly KernelLink[]
  readonly addresses: readonly KernelAddresses[]
  readonly routes4: readonly KernelRoute[]
  readonly routes6: readonly KernelRoute[]
  readonly tuntap: readonly KernelTuntap[]
  readonly sysctl: Readonly<Record<string, string>>
}

interface KernelLink {
  readonly ifname: string
  readonly ifalias?: string
  readonly address: string
  readonly mtu: number
  readonly flags: readonly string[]
  readonly master?: string
  readonly linkinfo?: {
    readonly info_kind?: string
    readonly info_data?: Readonly<Record<string, unknown>>
    readonly info_slave_data?: Readonly<Record<string, unknown>>
  }
}

interface KernelAddresses {
  readonly ifname: string
  readonly addr_info: readonly { readonly family?: string; readonly local?: string; readonly prefixlen?: number }[]
}

interface KernelRoute {
  readonly dst: string
  readonly gateway?: string
  readonly dev?: string
  readonly metric?: number
}

interface KernelTuntap {
  readonly ifname: string
  readonly flags: readonly string[]
  readonly user?: number
  readonly group?: number
}

/** What a stack is known to do otherwise. */
export interface Exceptions {
  /** The alias comes from a .link file or an udev rule, and no udev runs in the lab. */
  readonly aliasNeedsUdev?: true
  /** NetworkManager leaves the forward delay alone while STP is off. The kernel keeps its 15 s and does not use them then. */
  readonly noDelayWithoutStp?: true
}

export interface Described {
  readonly network: Network
  readonly accounts: Accounts
  /** The MACs of the NICs, by name. */
  readonly nics: Readonly<Record<string, string>>
  readonly exceptions: Exceptions
}

/** How the kernel's state differs from the description, one line a difference; more than the description asks for is no difference. */
export const differences = (described: Described, state: KernelState): readonly string[] =>
  described.network.links.flatMap(link => {
    const name = link.interface?.value ?? link.id
    const kernel = state.links.find(l => l.ifname === name)
    if (kernel === undefined) return [`${name}: there is no such device`]
    return [
      ...deviceOf(link, kernel, described),
      ...portOf(link, kernel, described.network),
      ...(link.kind === 'bridge' ? bridgeOf(link, kernel, described) : []),
      ...(link.kind === 'tap' || link.kind === 'tun' ? tuntapOf(link, name, state, described.accounts) : []),
      ...addressesOf(link, name, state, described.nics),
      ...routesOf(link, name, state),
      ...settingsOf(link, name, state),
    ].map(difference => `${name}: ${difference}`)
  })

/** One line if a value is not what the description says; nothing if it says nothing. */
const expectValue = (what: string, expected: unknown, found: unknown): readonly string[] =>
  expected === undefined || expected === found ? [] : [`${what} is ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`]

const deviceOf = (link: Link, kernel: KernelLink, { exceptions }: Described): readonly string[] => [
  ...expectValue('MAC', link.mac?.value.toLowerCase(), kernel.address),
  ...expectValue('MTU', link.mtu?.value, kernel.mtu),
  ...(exceptions.aliasNeedsUdev === true ? [] : expectValue('alias', link.alias?.value, kernel.ifalias)),
  ...expectValue('up', link.activation === undefined ? true : undefined, kernel.flags.includes('UP')),
]

const portOf = (link: Link, kernel: KernelLink, network: Network): readonly string[] => {
  const controller = network.links.find(l => l.id === link.controller)
  if (controller?.kind !== 'bridge') return kernel.master === undefined ? [] : [`is a port of ${kernel.master}`]
  const port = controller.ports.find(p => p.link.value === link.id)
  const data = kernel.linkinfo?.info_slave_data
  return [
    ...expectValue('its bridge', controller.interface?.value ?? controller.id, kernel.master),
    ...expectValue('path cost', port?.pathCost?.value, data?.cost),
    ...expectValue('port priority', port?.priority?.value, data?.priority),
  ]
}

/** The kernel counts in hundredths of a second. */
const hundredths = (time: Leaf<number> | undefined): number | undefined => (time === undefined ? undefined : time.value * 100)

const bridgeOf = (bridge: Bridge, kernel: KernelLink, { exceptions }: Described): readonly string[] => {
  const data = kernel.linkinfo?.info_data
  const delay = exceptions.noDelayWithoutStp === true && !bridge.stp.value ? undefined : hundredths(bridge.forwardDelay)
  return [
    ...expectValue('kind', 'bridge', kernel.linkinfo?.info_kind),
    ...expectValue('STP', bridge.stp.value ? 1 : 0, data?.stp_state),
    ...expectValue('forward delay', delay, data?.forward_delay),
    ...expectValue('hello time', hundredths(bridge.helloTime), data?.hello_time),
    ...expectValue('max age', hundredths(bridge.maxAge), data?.max_age),
    ...expectValue('ageing time', hundredths(bridge.ageingTime), data?.ageing_time),
    ...expectValue('bridge priority', bridge.priority?.value, data?.priority),
  ]
}

const tuntapOf = (device: Tap | Tun, name: string, state: KernelState, { users, groups }: Accounts): readonly string[] => {
  const kernel = state.tuntap.find(t => t.ifname === name)
  if (kernel === undefined) return [`is no ${device.kind}`]
  const number = (account: Leaf<string> | undefined, known: Readonly<Record<string, number>>): number | undefined =>
    account && (known[account.value] ?? Number(account.value))
  const group = number(device.group, groups)
  // The kernel lets anybody attach to a device that has neither, so root has to own it.
  const owner = number(device.owner, users) ?? (group === undefined ? 0 : undefined)
  return [
    ...expectValue(device.kind, true, kernel.flags.includes(device.kind)),
    ...expectValue('persistent', true, kernel.flags.includes('persist')),
    ...expectValue('multi-queue', device.multiQueue.value, kernel.flags.includes('multi_queue')),
    ...expectValue('vnet header', device.vnetHeader.value, kernel.flags.includes('vnet_hdr')),
    ...expectValue('packet information', device.packetInfo.value, kernel.flags.includes('pi')),
    ...(kernel.user === owner ? [] : [`owner is ${kernel.user}, not ${owner}`]),
    ...(kernel.group === group ? [] : [`group is ${kernel.group}, not ${group}`]),
  ]
}

/** The networks whose addresses the lab's DHCP servers give and its routers advertise. */
const leased = readCidr('10.66.0.0/16')
const advertised = readCidr('2001:db8:66::/48')
const linkLocal = readCidr('fe80::/10')

const addressesOf = (link: Link, name: string, state: KernelState, nics: Described['nics']): readonly string[] => {
  const found = (state.addresses.find(a => a.ifname === name)?.addr_info ?? []).flatMap(({ local, prefixlen }) =>
    local === undefined ? [] : [{ ip: local, text: `${local}/${prefixlen}` }],
  )
  const within = (cidr: typeof leased): readonly string[] =>
    found.filter(a => cidr !== undefined && holds(cidr, a.ip)).map(address => address.text)
  const missing = link.addresses.filter(a => !found.some(f => f.text === a.address.value.text))
  return [
    ...missing.map(a => `lacks the address ${a.address.value.text}`),
    ...leaseOf(link, within(leased), nics),
    ...(link.acceptRa.value ? [] : within(advertised).map(address => `has ${address} from a router advertisement`)),
    ...(link.linkLocal.value.ipv6 ? [] : within(linkLocal).map(address => `has the link-local address ${address}`)),
  ]
}

/** The server knows a NIC by its MAC and gives it .100; a bridge with that MAC is to it the same machine. */
const leaseOf = (link: Link, leases: readonly string[], nics: Described['nics']): readonly string[] => {
  if (!link.dhcp4.value) return leases.map(address => `has ${address} from the DHCP server`)
  const index = Object.values(nics).indexOf(link.mac?.value.toLowerCase() ?? nics[link.id] ?? '')
  if (index < 0) return leases.length > 0 ? [] : ['has no address from the DHCP server']
  return expectValue('lease', `10.66.${index + 1}.100/24`, leases[0])
}

const routesOf = (link: Link, name: string, state: KernelState): readonly string[] => {
  const missing = link.routes.filter(route => !routes(route.family, state).some(kernel => kernel.dev === name && isRoute(kernel, route)))
  return [...missing.map(route => `lacks the route ${route.to.value.text} via ${route.via?.value.text}`), ...dhcpRouteOf(link, name, state)]
}

const routes = (family: number, state: KernelState): readonly KernelRoute[] => (family === 4 ? state.routes4 : state.routes6)

const isRoute = (kernel: KernelRoute, { to, via, metric }: Route): boolean =>
  kernel.dst === (to.value.prefix === 0 ? 'default' : to.value.text) &&
  kernel.gateway === via?.value.text &&
  (metric === undefined || kernel.metric === metric.value)

const dhcpRouteOf = ({ dhcp4, dhcp4Overrides }: Link, name: string, state: KernelState): readonly string[] => {
  if (!dhcp4.value || dhcp4Overrides?.useRoutes?.value === false) return []
  const found = state.routes4.find(route => route.dev === name && route.dst === 'default')
  if (found === undefined) return ['has no default route from the DHCP server']
  return expectValue('metric of the default route from the DHCP server', dhcp4Overrides?.routeMetric?.value, found.metric)
}

const settingsOf = (link: Link, name: string, { sysctl }: KernelState): readonly string[] => {
  const settings: readonly (readonly [string, Leaf<boolean> | undefined])[] = [
    [`net/ipv4/conf/${name}/forwarding`, link.ipv4Forwarding],
    [`net/ipv6/conf/${name}/forwarding`, link.ipv6Forwarding],
    [`net/ipv4/conf/${name}/proxy_arp`, link.ipv4ProxyArp],
    [`net/ipv6/conf/${name}/proxy_ndp`, link.ipv6ProxyNdp],
  ]
  return settings.flatMap(([key, on]) => expectValue(key, on && (on.value ? '1' : '0'), sysctl[key]))
}
