import type { Leaf } from '../../../model/leaf.ts'
import type { DhcpOverrides, Link } from '../../../model/network.ts'
import type { Codec } from '../../codec.ts'
import { implied, lost, since, when, written } from '../../handlers.ts'
import { onPort } from '../../networkmanager/handlers.ts'
import { ipv6Method } from '../../networkmanager/methods.ts'
import { absent, conflict, type Fields } from '../../target.ts'
import { type Text, text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { bare, integer, word, yesNo } from '../format.ts'
import { byRenderer, type NetplanAt, type NetplanHandler, passthrough } from '../handlers.ts'
import { type OverrideKey, overrideKeys } from '../keys.ts'
import { usesNetworkManager } from '../renderer.ts'
import type { networkDropInKeys } from '../side-keys.ts'

type Family = 'dhcp4' | 'dhcp6'
type Sections = typeof networkDropInKeys
/** Where a setting of one DHCP alone stands in networkd's own words. */
type Alone = { readonly [S in 'DHCPv4' | 'DHCPv6' | 'IPv6AcceptRA']?: readonly Sections[S][number][] }

/** What both DHCPs do where nothing is said; it is the same for both. */
const defaults: { readonly [F in keyof DhcpOverrides]?: boolean } = {
  useDns: true,
  useNtp: true,
  useHostname: true,
  useMtu: true,
  useRoutes: true,
  sendHostname: true,
}

/** netplan refuses overrides that are not the same for both DHCPs, since it writes one section for both. */
const differs = (link: Link, field: keyof DhcpOverrides): boolean => {
  const [four, six] = [link.dhcp4Overrides, link.dhcp6Overrides]
  if (four === undefined || six === undefined) return false
  return (four[field]?.value ?? defaults[field]) !== (six[field]?.value ?? defaults[field])
}

const iniText = (value: boolean | number | string): Text<'ini'> =>
  text('ini', typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value))

const override =
  <T>(family: Family, key: OverrideKey, codec: Codec<T, 'yaml'>): NetplanHandler<T> =>
  (leaf, { definition }) =>
    definition.below(`${family}-overrides`, overrideKeys).set(key, codec.print(leaf.value), leaf)

const dropIn =
  <T extends boolean | number | string>(alone: Alone): NetplanHandler<T> =>
  (leaf, { networkDropIn }, { context }) => {
    for (const [section, keys] of Object.entries(alone))
      for (const key of keys) networkDropIn.section(section as 'DHCPv4').set(key as Sections['DHCPv4'][number], iniText(leaf.value), leaf)
    return context.ledger.placed(leaf)
  }

/** A line of the overrides, or of a drop-in where the other DHCP has another value. */
const forNetworkd = <T extends boolean | number | string>(
  field: keyof DhcpOverrides,
  yaml: NetplanHandler<T>,
  alone: NetplanHandler<T>,
): NetplanHandler<T> => when((_leaf: Leaf<T>, { link }: NetplanAt) => differs(link, field), alone, yaml)

const lostTo = (why: string, remedy: string): NetplanHandler<unknown> => lost(absent(why, remedy))

/** What NetworkManager does anyway, or what it can't do. */
const only = <T>(value: NoInfer<T>, yaml: NetplanHandler<T>, other: NetplanHandler<T>): NetplanHandler<T> =>
  when(leaf => leaf.value === value, yaml, other)

const noTimeServers = lostTo(
  'NetworkManager hands the time servers of a lease to dispatcher scripts and can’t be told not to',
  'switch off the script of the time service',
)

/** The MTU of a lease holds unless the definition has one. */
const alwaysMtu: NetplanHandler<boolean> = (leaf, docs, at) =>
  at.link.mtu === undefined
    ? lostTo('NetworkManager takes the MTU of a lease unless the profile has one', 'write `mtu`')(leaf, docs, at)
    : at.context.ledger.imply(leaf, 'the MTU of the definition holds')

const domainComes = lostTo(
  'NetworkManager takes the domain of a lease with its name servers, as a search domain',
  'write `use-dns: false`, and the name servers by hand',
)

/** networkd leaves the MTU of a lease alone where it is given one of its own, and says so in the journal unless it is told to. */
const ownMtu =
  (handler: NetplanHandler<boolean>): NetplanHandler<boolean> =>
  (leaf, docs, at) =>
    leaf.value && at.link.mtu !== undefined
      ? at.context.ledger.lose(leaf, conflict('networkd leaves the MTU of a lease alone where `mtu` is given', 'take one of the two out'))
      : handler(leaf, docs, at)

const asks6 = ({ link, context }: NetplanAt): boolean => ['auto', 'dhcp'].includes(ipv6Method(link, context.network))

/** The overrides of a DHCP that NetworkManager does not do go its way. */
const withDhcp = <T>(family: Family, handler: NetplanHandler<T>): NetplanHandler<T> =>
  when(
    (_leaf, { link }: NetplanAt) => link.controller !== undefined,
    when(leaf => leaf.written, lost(onPort), implied('a port asks no DHCP server')),
    family === 'dhcp4' ? handler : when((_leaf, at: NetplanAt) => asks6(at), handler, implied('there is no DHCPv6')),
  )

function fields(family: Family): Fields<DhcpOverrides, Docs, NetplanAt> {
  const six = family === 'dhcp6'
  const byStack = <T>(networkd: NetplanHandler<T>, manager: NetplanHandler<T>): NetplanHandler<T> =>
    byRenderer(networkd, withDhcp(family, manager))
  const ip = six ? 'ipv6' : 'ipv4'
  const section = six ? 'DHCPv6' : 'DHCPv4'
  const flag = (key: OverrideKey): NetplanHandler<boolean> => override(family, key, yesNo)
  const sent = <T extends boolean | string>(alone: Alone, what: string): NetplanHandler<T> =>
    six ? since('1.1', dropIn<T>(alone), what) : dropIn<T>(alone)
  return {
    useDns: byStack(
      forNetworkd('useDns', flag('use-dns'), dropIn({ [section]: ['UseDNS'] })),
      when(
        leaf => leaf.value,
        flag('use-dns'),
        passthrough(`${ip}.ignore-auto-dns`, value => (value ? 'false' : 'true')),
      ),
    ),
    useNtp: byStack(forNetworkd('useNtp', flag('use-ntp'), dropIn({ [section]: ['UseNTP'] })), only(true, flag('use-ntp'), noTimeServers)),
    useHostname: byStack(
      forNetworkd('useHostname', flag('use-hostname'), dropIn({ [section]: ['UseHostname'] })),
      passthrough('hostname.from-dhcp', value => (value ? '1' : '0')),
    ),
    useMtu: byStack(
      ownMtu(forNetworkd('useMtu', flag('use-mtu'), dropIn(six ? { IPv6AcceptRA: ['UseMTU'] } : { DHCPv4: ['UseMTU'] }))),
      only(true, flag('use-mtu'), alwaysMtu),
    ),
    useRoutes: byStack(
      forNetworkd(
        'useRoutes',
        flag('use-routes'),
        dropIn(six ? { IPv6AcceptRA: ['UseGateway', 'UseRoutePrefix'] } : { DHCPv4: ['UseRoutes'] }),
      ),
      flag('use-routes'),
    ),
    useDomains: byStack(
      forNetworkd('useDomains', override(family, 'use-domains', bare), dropIn({ [section]: ['UseDomains'] })),
      only('true', override(family, 'use-domains', bare), domainComes),
    ),
    sendHostname: byStack(
      forNetworkd('sendHostname', flag('send-hostname'), sent({ [section]: ['SendHostname'] }, 'SendHostname= for DHCPv6 alone')),
      passthrough(`${ip}.dhcp-send-hostname`, String),
    ),
    hostname: byStack(
      forNetworkd('hostname', override(family, 'hostname', word), sent({ [section]: ['Hostname'] }, 'Hostname= for DHCPv6 alone')),
      passthrough(`${ip}.dhcp-hostname`, value => value),
    ),
    routeMetric: byStack(
      written(
        forNetworkd(
          'routeMetric',
          override(family, 'route-metric', integer),
          dropIn(six ? { IPv6AcceptRA: ['RouteMetric'] } : { DHCPv4: ['RouteMetric'] }),
        ),
      ),
      // NetworkManager's own metric is by the kind of the device, and no two devices get the same one (nm-manager.c).
      override(family, 'route-metric', integer),
    ),
  }
}

export const dhcp4Fields = fields('dhcp4')
export const dhcp6Fields = fields('dhcp6')

/** Where `mtu` is given, the MTU of a lease does not count. */
export const openOverrides =
  (family: Family) =>
  (docs: Docs, _node: DhcpOverrides, { link, context }: NetplanAt): Docs => {
    const silent = [link.dhcp4Overrides, link.dhcp6Overrides].every(overrides => overrides?.useMtu === undefined)
    if (link.mtu !== undefined && silent && !usesNetworkManager(link, context.network))
      docs.definition.below(`${family}-overrides`, overrideKeys).put('use-mtu', yesNo.print(false), 'the MTU of the definition holds')
    return docs
  }
