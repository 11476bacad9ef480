import type { Network } from '../../src/model/network.ts'
import { nameOf } from './described.ts'
import type { KernelDetails, KernelLink, KernelState } from './kernel-state.ts'
import { routesOfKernel } from './routes.ts'
import { isVolatile } from './volatile.ts'

/** A value of the kernel's at a described device, whether or not anybody has described it. */
export interface StateLeaf {
  readonly device: string
  /** The device's, as the description calls it. */
  readonly kind: string
  /** `mtu`, `flags.UP`, `bridge.mcast_snooping`, `bridge port.cost`, `ipv6.accept_ra`. */
  readonly leaf: string
  readonly value: string
}

/** All of them but those that are another at each boot. */
export const leavesOf = (network: Network, state: KernelState): readonly StateLeaf[] =>
  network.links.flatMap(link => {
    const device = nameOf(network, link.id)
    const kernel = state.links.find(({ ifname }) => ifname === device)
    if (kernel === undefined) return []
    const pairs = [...ofLink(kernel), ...settingsOf(device, state), ...metricsOf(device, state), ...featuresOf(device, state)]
    return pairs.flatMap(([leaf, value]) => (isVolatile(leaf) ? [] : [{ device, kind: link.kind, leaf, value }]))
  })

type Pair = readonly [leaf: string, value: string]

const ofLink = ({ linkinfo, flags, ...rest }: KernelLink): readonly Pair[] => [
  ...flags.map((flag): Pair => [`flags.${flag}`, 'true']),
  ...pairsOf('', rest),
  ...pairsOf(`${linkinfo?.info_kind}.`, linkinfo?.info_data),
  ...pairsOf(`${linkinfo?.info_slave_kind} port.`, linkinfo?.info_slave_data),
]

const pairsOf = (prefix: string, values: KernelDetails | undefined): readonly Pair[] =>
  Object.entries(values ?? {}).map(([key, value]) => [`${prefix}${key}`, JSON.stringify(value)])

const settingsOf = (device: string, { sysctl }: KernelState): readonly Pair[] =>
  Object.entries(sysctl).flatMap(([key, value]) => {
    const [, family, , name, setting] = key.split('/')
    return name === device ? [[`${family}.${setting}`, value] as const] : []
  })

/** Of the routes that the kernel or the stack makes for the device's own networks, and of the default route by router advertisement: of several to one place that which is used. */
const metricsOf = (device: string, state: KernelState): readonly Pair[] => {
  const least = new Map<string, number>()
  for (const { dst, gateway, dev, type = 'unicast', protocol = '', metric = 0 } of routesOfKernel(state)) {
    if (dev !== device || type !== 'unicast' || !['kernel', 'ra'].includes(protocol)) continue
    if (dst === 'default' && gateway?.includes(':') !== true) continue
    const place = dst === 'default' ? 'routers' : dst
    least.set(place, Math.min(metric, least.get(place) ?? metric))
  }
  return [...least].map(([place, metric]) => [`${metricOfRoute}${place}`, String(metric)])
}

/** How the leaf of a route begins: whether there is one at all is compared with the description. */
const metricOfRoute = 'metric of the route to '

export const isRoute = ({ leaf }: Pick<StateLeaf, 'leaf'>): boolean => leaf.startsWith(metricOfRoute)

const featuresOf = (device: string, { features }: KernelState): readonly Pair[] =>
  (features?.[device] ?? []).map(feature => [`features.${feature}`, 'true'] as const)
