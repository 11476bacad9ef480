import type { Common, RouteDescription } from '../description/schema/index.ts'
import { Leaf, silent } from '../model/leaf.ts'
import type { LinkBase, LinkKind, LinkLocal, Route, Rule } from '../model/network.ts'
import { addresses } from './addresses.ts'
import { tellNoPort } from './bridge-port.ts'
import { overrides, refuseDifferences } from './dhcp.ts'
import { ipv6 } from './ipv6.ts'
import { macOf, macPolicyOf } from './mac.ts'
import { managerSettings, refuseTwice } from './network-manager.ts'
import { ovsSettings } from './openvswitch.ts'
import type { Place } from './place.ts'
import { gatewayRoute, inOrder, route, rule } from './routes.ts'
import type { Scope } from './scope.ts'

/** What every device has. `interface`, a MAC that is inherited and the renderer are the business of the kinds. */
export type CommonLink = Omit<LinkBase, 'interface' | 'macFrom' | 'renderer' | 'optional'>

/** The families that a kind may have link-local addresses of, where not of both, and why. */
export interface LinkLocals {
  readonly families: readonly ('ipv4' | 'ipv6')[]
  readonly why: string
}

/**
 * The keys that every device has; the kinds add their own by `Object.assign`. A literal that begins with a spread would cost V8 some microseconds for each
 * key after it, as many as all that is done here.
 */
export function commonLink(id: string, kind: LinkKind, d: Place<Common>, scope: Scope, able = both): CommonLink {
  const controller = scope.controllers.get(id)
  const linkLocal = linkLocalOf(d, kind, controller !== undefined, able, scope)
  const acceptRa = acceptRaOf(d, able, scope) ?? silent(linkLocal.value.ipv6 && d.value['ipv6-forwarding'] !== true)
  refuseDifferences(id, d, scope)
  tellNoPort(id, d, scope)
  tellOptionalAddresses(d, scope)
  refuseLongMac(kind, d, scope)
  const mac = macOf(d)
  const macPolicy = macPolicyOf(kind, d, scope)
  const { raOverrides, ipv6Generation, ipv6Token, ipv6Mtu } = ipv6(d, { isPort: controller !== undefined, takesRa: acceptRa.value }, scope)
  const { routes, rules } = routing(id, d, scope)
  const networkManager = managerSettings(d.place('networkmanager'), id, scope.references.rendererOf(id), scope)
  if (kind !== 'wifi') refuseTwice(networkManager, scope)
  return {
    id,
    controller,
    vrf: scope.vrfs.get(id)?.vrf,
    mac,
    macPolicy,
    mtu: d.leaf('mtu'),
    alias: d.leaf('alias'),
    critical: d.leaf('critical'),
    activation: d.leaf('activation-mode'),
    ignoreCarrier: d.leaf('ignore-carrier') ?? silent(!['ethernet', 'wifi', 'modem'].includes(kind)),
    dhcp4: d.leaf('dhcp4') ?? silent(false),
    dhcp6: d.leaf('dhcp6') ?? silent(false),
    dhcpIdentifier: d.leaf('dhcp-identifier'),
    dhcp4Overrides: overrides(d, 'dhcp4-overrides', kind, scope),
    dhcp6Overrides: overrides(d, 'dhcp6-overrides', kind, scope),
    linkLocal,
    acceptRa,
    raOverrides,
    ipv6Generation,
    ipv6Token,
    ipv6Mtu,
    ipv6Privacy: d.leaf('ipv6-privacy') ?? silent(false),
    addresses: addresses(d, scope.report),
    routes,
    rules,
    nameservers: d.place('nameservers')?.items('addresses') ?? [],
    searchDomains: d.place('nameservers')?.items('search') ?? [],
    ipv4Forwarding: d.leaf('ipv4-forwarding'),
    ipv6Forwarding: d.leaf('ipv6-forwarding'),
    ipv4ProxyArp: d.leaf('ipv4-proxy-arp'),
    ipv6ProxyNdp: d.leaf('ipv6-proxy-ndp'),
    ovsSettings: ovsSettings(id, d, scope),
    networkManager,
  }
}

/** Only InfiniBand has MACs of 20 octets. */
const refuseLongMac = (kind: LinkKind, d: Place<Common>, { report }: Scope): void => {
  const mac = d.value.macaddress
  if (kind !== 'ethernet' && kind !== 'nm-device' && typeof mac === 'string' && mac.length > 17)
    report.add('bad-value', { value: mac, expected: 'a MAC address of six octets' }, { place: { path: d.at('macaddress') } })
}

/** netplan writes `OptionalAddresses=` for networkd, and no release of systemd has it; for NetworkManager nothing. */
const tellOptionalAddresses = (d: Place<Common>, scope: Scope): void => {
  for (const kind of d.items('optional-addresses'))
    scope.noEffect(kind, 'no release of systemd has the key that netplan writes for it, and no other stack has one')
}

const routingKeys = ['gateway4', 'gateway6', 'routes', 'routing-policy'] as const

/** A route of a VRF's member is for the VRF's table unless it says another one, as networkd has it. */
const routing = (id: string, d: Place<Common>, scope: Scope): Pick<LinkBase, 'routes' | 'rules'> => {
  if (routingKeys.every(key => d.value[key] === undefined)) return { routes: [], rules: [] }
  const [gateway4, gateway6] = [d.leaf('gateway4'), d.leaf('gateway6')]
  const routes: Route[] = []
  if (gateway4 !== undefined) routes.push(gatewayRoute(gateway4))
  if (gateway6 !== undefined) routes.push(gatewayRoute(gateway6))
  for (const place of withoutTwins(d.places('routes'), scope)) {
    const read = route(place, scope)
    if (read !== undefined) routes.push(read)
  }
  const rules: Rule[] = []
  for (const place of d.places('routing-policy')) {
    const read = rule(place, scope.report)
    if (read !== undefined) rules.push(read)
  }
  const [inVrf, ordered] = [scope.vrfs.get(id), inOrder(routes)]
  return { routes: inVrf === undefined ? ordered : inTable(ordered, silent(inVrf.table)), rules }
}

const inTable = (routes: readonly Route[], table: Leaf<number>): readonly Route[] => routes.map(r => ({ ...r, table: r.table ?? table }))

/** netplan takes a route once that it has already, from another file perhaps. */
const withoutTwins = (routes: readonly Place<RouteDescription>[], scope: Scope): readonly Place<RouteDescription>[] => {
  if (routes.length < 2) return routes
  const seen = new Set<string>()
  const others: Place<RouteDescription>[] = []
  for (const r of routes) {
    const content = contentOf(r.value)
    if (seen.has(content)) for (const key of Object.keys(r.value) as (keyof RouteDescription)[]) idle(r.leaf(key), scope)
    else others.push(r)
    seen.add(content)
  }
  return others
}

/** What the route says, in one text: keys come in the schema's order, and no text holds a line's end. */
const contentOf = (route: RouteDescription): string => {
  let content = ''
  for (const [key, value] of Object.entries(route)) content += `${key} ${typeof value === 'object' ? value.text : value}\n`
  return content
}

const idle = (leaf: Leaf<unknown> | undefined, scope: Scope): void => {
  if (leaf !== undefined) scope.noEffect(leaf, 'the route is there already')
}

const both: LinkLocals = { families: ['ipv4', 'ipv6'], why: '' }

const silentKinds: readonly LinkKind[] = ['vrf', 'macvtap']

/**
 * A port gets none, as netplan has it; else IPv6 alone where the description is silent. To a VRF the kernel gives none (net/ipv6/addrconf.c,
 * addrconf_addr_gen), and no router advertisement comes in by it. What comes in by a macvtap is for the program that has it open.
 */
const linkLocalOf = (d: Place<Common>, kind: LinkKind, isPort: boolean, able: LinkLocals, scope: Scope): Leaf<LinkLocal> => {
  if (d.value['link-local'] === undefined)
    return silent({ ipv4: false, ipv6: !isPort && !silentKinds.includes(kind) && able.families.includes('ipv6') })
  const items = d.items('link-local')
  const [possible, others] = [items.filter(item => able.families.includes(item.value)), items.filter(i => !able.families.includes(i.value))]
  for (const item of others) scope.noEffect(item, able.why)
  const origins = d.value['link-local'].length === 0 ? [d.at('link-local')] : possible.flatMap(item => item.origins)
  if (isPort) return new Leaf({ ipv4: false, ipv6: false }, origins)
  const has = (family: 'ipv4' | 'ipv6'): boolean => possible.some(item => item.value === family)
  return new Leaf({ ipv4: has('ipv4'), ipv6: has('ipv6') }, origins)
}

/** Router advertisements go from link-local address to link-local address. */
const acceptRaOf = (d: Place<Common>, able: LinkLocals, scope: Scope): Leaf<boolean> | undefined => {
  const leaf = d.leaf('accept-ra')
  if (leaf?.value !== true || able.families.includes('ipv6')) return leaf
  scope.noEffect(leaf, able.why)
  return undefined
}
