import { type Section, sectionsOf } from './ini-sections.ts'
import { expandSettings } from './networkd-defaults.ts'
import { routeOf } from './networkd-route.ts'
import { onlineFact } from './read-online.ts'
import type { Fact } from './semantic.ts'
import { valuesOf, whole } from './systemd-values.ts'

/** The settings of a file that come once a key, as `Section.Key` with all values. */
export type Settings = Map<string, readonly string[]>

const repeated = new Set(['Address', 'Route', 'RoutingPolicyRule', 'WireGuardPeer', 'SR-IOV', 'BridgeVLAN', 'NextHop', 'Neighbor'])

/** networkd still reads [DHCP], for both DHCPs or for one, as src/network/networkd-network-gperf.gperf says. */
const legacy: Readonly<Record<string, readonly string[]>> = {
  UseDNS: ['DHCPv4', 'DHCPv6'],
  UseNTP: ['DHCPv4', 'DHCPv6'],
  UseDomains: ['DHCPv4', 'DHCPv6'],
  RouteMetric: ['DHCPv4', 'IPv6AcceptRA'],
}

const placesOf = (section: string, key: string): readonly string[] => {
  if (section === 'Network' && key === 'IPv6Token') return ['IPv6AcceptRA.Token']
  if (section === 'DHCP' && key === 'CriticalConnection') return ['Network.KeepConfiguration']
  if (section === 'DHCP') return (legacy[key] ?? ['DHCPv4']).map(name => `${name}.${key}`)
  return [`${section}.${key}`]
}

/** The settings of the sections, under the names that they have today. */
export function settingsOf(sections: readonly Section[]): Settings {
  const settings: Settings = new Map()
  for (const { name, entries } of sections.filter(s => !repeated.has(s.name)))
    for (const [key, raw] of entries)
      for (const place of placesOf(name, key)) settings.set(place, [...(settings.get(place) ?? []), ...valuesOf(key, raw)])
  return settings
}

/** An address is a line of [Network], or a section when it has options. */
const addressOf = (section: Section): string => whole(section, (key, value) => key === 'PreferredLifetime' && value !== '0')

const items = (sections: readonly Section[], settings: Settings): readonly (readonly [string, string])[] => {
  const plain = (settings.get('Network.Address') ?? []).map(value => ({ name: 'Address', entries: [['Address', value] as const] }))
  const gateways = (settings.get('Network.Gateway') ?? []).map(value => gatewayOf(value))
  const all = [...plain, ...gateways, ...sections.filter(s => repeated.has(s.name))]
  const hasAddress = all.some(s => s.name === 'Address')
  return all.map(s => [s.name, s.name === 'Route' ? routeOf(s, hasAddress) : s.name === 'Address' ? addressOf(s) : whole(s, () => false)])
}

/** `Gateway=` of [Network] is a default route. */
const gatewayOf = (value: string): Section => ({
  name: 'Route',
  entries: [
    ['Destination', value.includes(':') ? '::/0' : '0.0.0.0/0'],
    ['Gateway', value],
  ],
})

/** What a .network file says: its settings with networkd's defaults, its addresses, routes and rules. */
export function networkFacts(device: string, content: string): readonly Fact[] {
  const sections = sectionsOf(content)
  const settings = settingsOf(sections)
  const listed = items(sections, settings)
  for (const place of ['Network.Address', 'Network.Gateway']) settings.delete(place)
  const expanded = expandSettings(settings)
  const [required = 'yes'] = expanded.get('Link.RequiredForOnline') ?? []
  const isPort = ['Bridge', 'Bond', 'KeepMaster'].some(key => expanded.has(`Network.${key}`))
  expanded.delete('Link.RequiredForOnline')
  const facts = [...expanded].flatMap(([place, values]) => values.map(value => ({ device, place: `network/${place}`, value })))
  return [onlineFact(device, required, isPort), ...facts, ...listed.map(([name, value]) => ({ device, place: `network/${name}`, value }))]
}
