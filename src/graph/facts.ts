import type { Leaf } from '../model/leaf.ts'
import { type Link, linkOf, type Network, type Route, type Rule, type VlanRange, vlanIds } from '../model/network.ts'

type Line = string | false | undefined

/** What is shown of any link, a line each. Secrets are no part of it. */
export const factsOf = (link: Link, network: Network): readonly string[] =>
  [
    ...matched(link),
    ...link.addresses.map(({ address }) => address.value.text),
    lease(link),
    link.acceptRa.written && link.acceptRa.value && 'router advertisements',
    ...link.routes.filter(route => route.via === undefined).map(route => routeWords(route)),
    ...link.rules.map(rule),
    link.nameservers.length > 0 && `DNS ${link.nameservers.map(({ value }) => value.text).join(' ')}`,
    forwarding(link),
    ...portFacts(link, network),
    mac(link, network),
    link.mtu !== undefined && `MTU ${link.mtu.value}`,
    link.activation !== undefined && (link.activation.value === 'off' ? 'kept down' : 'brought up by hand'),
  ].filter((line: Line): line is string => typeof line === 'string')

const matched = (link: Link): readonly Line[] => {
  if (!('match' in link) || link.match === undefined) return []
  const { all, name, mac, drivers } = link.match
  return [
    all !== undefined && 'matches every device of its type',
    name !== undefined && name.value !== link.interface?.value && `matches ${name.value}`,
    mac !== undefined && `matches MAC ${mac.value}`,
    drivers.length > 0 && `matches driver ${drivers.map(({ value }) => value).join(', ')}`,
  ]
}

const lease = ({ dhcp4, dhcp6 }: Link): Line =>
  dhcp4.value || dhcp6.value ? `DHCP ${[dhcp4.value && 'IPv4', dhcp6.value && 'IPv6'].filter(Boolean).join(' + ')}` : undefined

const prefix = ({ family, to }: Route): string => {
  if (to.value.prefix > 0) return to.value.text
  return family === 4 ? 'default' : 'default (IPv6)'
}

/** `default, metric 100`; `blackhole 192.0.2.0/24`. */
export const routeWords = (route: Route, lead = 'route '): string =>
  [
    `${route.type.value === 'unicast' ? lead : `${route.type.value} `}${prefix(route)}`,
    ...said('metric', route.metric),
    ...said('table', route.table),
  ].join(', ')

const rule = ({ from, to, table, mark }: Rule): string =>
  [
    'rule',
    ...said(
      'from',
      from?.map(({ text }) => text),
    ),
    ...said(
      'to',
      to?.map(({ text }) => text),
    ),
    ...said('mark', mark),
    ...said('table', table),
  ].join(' ')

const said = (word: string, leaf: Leaf<string | number> | undefined): readonly string[] =>
  leaf === undefined ? [] : [`${word} ${leaf.value}`]

const forwarding = (link: Link): Line => {
  const families = [link.ipv4Forwarding?.value === true && 'IPv4', link.ipv6Forwarding?.value === true && 'IPv6'].filter(Boolean)
  return families.length > 0 && `forwards ${families.join(' + ')}`
}

const mac = (link: Link, network: Network): Line => {
  if (link.mac !== undefined) return `MAC ${link.mac.value}`
  if (link.macFrom !== undefined) return `MAC of ${nameOf(linkOf(network, link.macFrom.value))}`
  return link.macPolicy !== undefined && `MAC ${link.macPolicy.value}`
}

/** What the bridge or bond says of the link as its port, and of itself as one. */
const portFacts = (link: Link, network: Network): readonly Line[] => {
  const own = link.kind === 'bridge' ? vlans(link.vlans) : undefined
  const controller = link.controller === undefined ? undefined : linkOf(network, link.controller)
  if (controller?.kind === 'bond')
    return [own, controller.ports.some(port => port.link.value === link.id && port.primary !== undefined) && 'primary']
  if (controller?.kind !== 'bridge') return [own]
  const port = controller.ports.find(other => other.link.value === link.id)
  return [own, port && vlans(port.vlans), port?.isolated?.value === true && 'isolated']
}

const vlans = (ranges: readonly Leaf<VlanRange>[]): Line => {
  const words = ranges.map(({ value }) => [vlanIds(value), value.pvid && 'pvid', value.untagged && 'untagged'].filter(Boolean).join(' '))
  return words.length > 0 && `VLANs ${words.join(', ')}`
}

/** What the kernel calls the link; the definition's name where only `match` tells. */
export const nameOf = (link: Link): string => link.interface?.value ?? link.id
