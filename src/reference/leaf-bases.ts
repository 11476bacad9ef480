import { vxlanKeys } from '../description/schema/vxlan.ts'

/** YAML-shaped values; scalars are text, as netplan reads them. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value }
export type Mapping = Readonly<Record<string, Value>>
export type LeafPath = readonly (string | number)[]

/** The device that a section's leaves are tried on. */
export const devices: Readonly<Record<string, string>> = {
  ethernets: 'eno1',
  wifis: 'wlan0',
  'dummy-devices': 'dummy0',
  'virtual-ethernets': 'veth0',
  bonds: 'bond0',
  vlans: 'vlan10',
  macvlans: 'mv0',
  macvtaps: 'vt0',
  ipvlans: 'ip0',
  tunnels: 'gre1',
  vrfs: 'vrf0',
  bridges: 'br0',
  taps: 'tap0',
  tuns: 'tun0',
  modems: 'cdc-wdm0',
  'nm-devices': 'nmd0',
}

/** What the user may name in a free key: a Wi-Fi, a port, an address. */
export const freeKeys: Readonly<Record<string, string>> = {
  'access-points': 'homenet',
  'path-cost': 'eno1',
  'port-priority': 'eno1',
  'port-vlans': 'eno1',
  addresses: '192.0.2.10/24',
  passthrough: 'connection.zone',
  'external-ids': 'a-key',
  'other-config': 'a-key',
}

/** What each device has of itself, so that the description is valid. */
const own: Readonly<Record<string, Mapping>> = {
  ethernets: {},
  wifis: { 'access-points': { homenet: {} } },
  'dummy-devices': {},
  'virtual-ethernets': { peer: 'veth1' },
  bonds: { interfaces: ['eno1', 'eno2'], parameters: { 'mii-monitor-interval': '100' } },
  vlans: { id: '9', link: 'eno1' },
  macvlans: { link: 'eno1' },
  macvtaps: { link: 'eno1' },
  ipvlans: { link: 'eno1' },
  tunnels: { mode: 'gre', remote: '198.51.100.9' },
  vrfs: { table: '100', interfaces: ['eno1', 'eno2'] },
  bridges: { interfaces: ['eno1', 'eno2'] },
  taps: {},
  tuns: {},
  modems: {},
  'nm-devices': { networkmanager: { passthrough: { 'connection.type': 'dummy' } } },
}

const both = ['192.0.2.10/24', '192.0.2.11/24', '2001:db8::10/64']
/** `macaddress-from` takes what the description says of the port. */
const nicsWithMac = { eno1: { macaddress: '52:54:00:aa:00:01' }, eno2: { macaddress: '52:54:00:aa:00:02' } }
const byMac = { match: { macaddress: '52:54:00:aa:00:01' } }

const enterprise = {
  'key-management': 'eap',
  method: 'peap',
  identity: 'anyone',
  'phase2-auth': 'GTC',
  'client-certificate': '/etc/a.pem',
  'client-key': '/etc/a.key',
}

/** The start of the path below the device, what goes with it, and for which values. */
type Companion = readonly [RegExp, Mapping, RegExp?]

/** What a leaf needs beside it to mean something, by the start of its path below the device; the third is for some values only. */
const companions: readonly Companion[] = [
  [/^set-name$/, byMac],
  [/^match\.(name|driver)$/, { 'set-name': 'lan0', match: { macaddress: '52:54:00:aa:00:09' } }],
  [/^match\.macaddress$/, { 'set-name': 'lan0', match: { driver: 'virtio_net' } }],
  [/^dhcp4-overrides\./, { dhcp4: 'true' }],
  [/^dhcp6-overrides\./, { dhcp6: 'true' }],
  [/^dhcp-identifier$/, { dhcp4: 'true' }],
  [/^ipv6-privacy$/, { 'accept-ra': 'true' }],
  [/^gateway/, { addresses: both }],
  [/^nameservers\.addresses/, { addresses: both, nameservers: { search: ['example.org'] } }],
  [/^nameservers\.search/, { addresses: both, nameservers: { addresses: ['192.0.2.54'] } }],
  [/^routes\.0\.on-link/, { addresses: both, routes: [{ to: '10.9.0.0/16', via: '203.0.113.9' }] }],
  [/^routes\.0\.(to|from|metric|scope|table|mtu|c|a)/, { addresses: both, routes: [{ to: '10.9.0.0/16', via: '192.0.2.9' }] }],
  [/^routes\.0\.(via|type)/, { addresses: both, routes: [{ to: '10.9.0.0/16' }] }],
  [/^routing-policy\.0\.(table|priority|mark|type-of)/, { addresses: both, 'routing-policy': [{ from: '10.7.0.0/16', table: '99' }] }],
  [/^routing-policy\.0\.from/, { addresses: both, 'routing-policy': [{ to: '10.7.0.0/16', table: '99', priority: '7' }] }],
  [/^routing-policy\.0\.to/, { addresses: both, 'routing-policy': [{ from: '10.7.0.0/16', table: '99', priority: '7' }] }],
  [/^ignore-carrier$/, { addresses: both }],
  [/^openvswitch\.controller\.connection/, { openvswitch: { controller: { addresses: ['tcp:192.0.2.9'] } } }],
  [/^auto-config$/, { apn: 'web.example' }],
  [/(^|\.)networkmanager\./, { renderer: 'NetworkManager' }],
  [/^access-points\.homenet\.mode/, { 'access-points': { homenet: { band: '5GHz', channel: '36' } } }],
  [/^access-points\.homenet\.auth\.(?!key-management|password)/, { 'access-points': { homenet: { auth: enterprise } } }],
  [/^auth\./, { auth: { ...enterprise, 'key-management': '802.1x' } }],
  [/^access-points\.homenet\.auth\.key-management/, { 'access-points': { homenet: { auth: enterprise } } }, /^(eap|802)/],
  [/^access-points\.homenet\.auth\.key-management/, { 'access-points': { homenet: { auth: { password: 'a third passphrase' } } } }],
  [/^access-points\.homenet\.auth\.password/, { 'access-points': { homenet: { auth: { 'key-management': 'psk' } } } }],
  [/^access-points\.homenet\.channel/, { 'access-points': { homenet: { band: '5GHz' } } }],
  [/^parameters\.(vlan-default-pvid|vlans|port-vlans)/, { parameters: { stp: 'false', 'vlan-filtering': 'true' } }],
  [/^parameters\.stp/, { parameters: { 'forward-delay': '5' } }],
  [/^parameters\./, { parameters: { stp: 'true' } }],
]

const isOne = (value: Value | undefined, values: RegExp): boolean => typeof value === 'string' && values.test(value)
const byArp = { 'arp-interval': '200', 'arp-ip-targets': ['192.0.2.9'], 'mii-monitor-interval': '0' }

/** What only a VXLAN has. */
const ofVxlan = new RegExp(`^(${Object.keys(vxlanKeys).join('|')})(\\.|$)`)

/** What WireGuard can’t be without. */
const privateKey = '2Hl1f8m0lI1oW1Wm1cHtNqfjTT3UIVJ3TrUOgdzcp3k='
const wireguard = {
  mode: 'wireguard',
  key: privateKey,
  peers: [{ keys: { public: 'LSCqI8DhVf9eqFmMlNUvMH0fPTXFgiR4YzpS2tYlgm8=' }, 'allowed-ips': ['10.9.0.9/32'] }],
}

/** The same for the devices of one section. */
const companionsOf: Readonly<Record<string, readonly Companion[]>> = {
  ethernets: [
    [/^embedded-switch-mode$/, { 'virtual-function-count': '2' }],
    [/^delay-virtual-functions-rebind$/, { 'virtual-function-count': '2', 'embedded-switch-mode': 'switchdev' }],
  ],
  macvlans: [[/^source-/, { mode: 'source' }]],
  macvtaps: [
    [/^source-/, { mode: 'source' }],
    [/^(ra-overrides\.|ipv6-)/, { 'accept-ra': 'true', 'link-local': ['ipv6'] }],
  ],
  vrfs: [
    [/^(ra-overrides\.|ipv6-address-|ipv6-mtu)/, { addresses: both, 'accept-ra': 'true', 'link-local': ['ipv6'] }],
    [/^routing-policy\.0\.(table|priority|mark|type-of)/, { addresses: both, 'routing-policy': [{ from: '10.7.0.0/16' }] }],
    [/^routing-policy\.0\.from/, { addresses: both, 'routing-policy': [{ to: '10.7.0.0/16', priority: '7' }] }],
    [/^routing-policy\.0\.to/, { addresses: both, 'routing-policy': [{ from: '10.7.0.0/16', priority: '7' }] }],
  ],
  bonds: [
    [/^parameters\.mode$/, { parameters: { 'min-links': '1' } }],
    [/^parameters\.arp-/, { parameters: { mode: 'active-backup', ...byArp } }],
    [/^parameters\.(lacp-rate|ad-select|min-links|transmit)/, { parameters: { mode: '802.3ad' } }],
    [/^parameters\.packets-/, { parameters: { mode: 'balance-rr' } }],
    [/^parameters\.learn-/, { parameters: { mode: 'balance-rr', ...byArp } }],
    [/^parameters\.mii-monitor/, { parameters: { mode: 'active-backup' } }],
    [/^parameters\./, { parameters: { mode: 'active-backup' } }],
  ],
  tunnels: [
    [/^(mark|peers)/, wireguard],
    [/^mode$/, wireguard, /^wireguard$/],
    [/^key\.private/, { ...wireguard, key: { private: privateKey } }],
    [/^keys\.private/, { mode: 'wireguard', keys: { private: privateKey } }],
    [/^(macaddress|accept-ra|link-local|ipv6-|ra-overrides|hairpin|neigh-suppress|port-mac|port-isolated)/, { mode: 'gretap' }],
    [/^mode$/, { renderer: 'NetworkManager' }, /^isatap$/],
    [/^mode$/, { remote: '2001:db8::9' }, /^ip6|6$/],
    [/^mode$/, { id: '9' }, /^vxlan$/],
    [ofVxlan, { mode: 'vxlan', id: '9' }],
  ],
}

const isMapping = (value: Value | undefined): value is Mapping => typeof value === 'object' && !Array.isArray(value)

/** Both mappings in one; lists and texts of the second win. */
const merge = (a: Mapping, b: Mapping): Mapping => {
  const merged: Record<string, Value> = { ...a }
  for (const [key, value] of Object.entries(b)) {
    const old = merged[key]
    merged[key] = isMapping(old) && isMapping(value) ? merge(old, value) : value
  }
  return merged
}

/** What only the port of a bridge has. */
/** A TUN can’t be one. */
const ofPort = /^(hairpin|neigh-suppress|port-mac-learning|port-isolated)$/
const bridgeOf = (port: string): Mapping => ({ version: '2', bridges: { br0: { interfaces: [port] } } })

/** What a virtual function is one of. */
const physicals = (section: string | number, below: string): Mapping =>
  section === 'ethernets' && below === 'link' ? { ethernets: { eno2: {}, eno3: {} } } : {}

/** What stands beside a key of Open vSwitch as a whole. */
const ofOvs: readonly (readonly [RegExp, Mapping])[] = [
  [/^ports/, { bridges: { ovs0: { interfaces: ['patch0', 'patch2'] }, ovs1: { interfaces: ['patch1', 'patch3'] } } }],
  [/^protocols/, { bridges: { ovs0: { openvswitch: {} } } }],
  [/^ssl/, { openvswitch: { ssl: { 'ca-cert': '/etc/ovs/0.pem', certificate: '/etc/ovs/1.pem', 'private-key': '/etc/ovs/2.pem' } } }],
]

/** Patch ports, a bond and what has a record in Open vSwitch’s database belong to a bridge there. */
const ovsBridges = (section: string | number, below: string, value: Value | undefined): Mapping => {
  if (section === 'openvswitch') return ofOvs.find(([pattern]) => pattern.test(below))?.[1] ?? {}
  const device = devices[section]
  const isOvs = below.startsWith('openvswitch') || (section === 'bonds' && isOne(value, /^balance-(tcp|slb)$/))
  return isOvs && section !== 'bridges' && device !== undefined ? { bridges: { ovs0: { interfaces: [device], openvswitch: {} } } } : {}
}

/** A modem takes NetworkManager. */
const forManager = (section: string | number): Mapping => (section === 'modems' ? { renderer: 'NetworkManager' } : {})

/** What stands beside a device of a section. */
const others: Readonly<Record<string, Mapping>> = {
  'virtual-ethernets': { 'virtual-ethernets': { veth1: { peer: 'veth0' } } },
}

/** Sections whose devices carry no frames. */
const neverPorts = new Set(['tuns', 'vrfs'])

/** Sections whose devices are made on others. */
const onNics = new Set(['bonds', 'vlans', 'macvlans', 'macvtaps', 'ipvlans', 'tunnels', 'vrfs', 'bridges'])

/** A small valid description in which the leaf makes sense, as yet without it; with a value, in which that value makes sense. */
export function baseFor(path: LeafPath, value?: Value): Mapping {
  const section = String(path[0])
  const nics = { version: '2', ethernets: path[2] === 'macaddress-from' ? nicsWithMac : { eno1: {}, eno2: {} } }
  const device = devices[section]
  if (device === undefined)
    return merge(merge(nics, { bridges: { br0: own.bridges ?? {} } }), ovsBridges(section, String(path[1] ?? ''), value))
  const below = path.slice(2).join('.')
  const fits = ([pattern, , values]: Companion): boolean => pattern.test(below) && (values === undefined || isOne(value, values))
  const beside = [...(companionsOf[section] ?? []), ...companions].find(fits)?.[1] ?? {}
  const around = [
    onNics.has(section) ? nics : { version: '2' },
    ofPort.test(below) && !neverPorts.has(section) ? bridgeOf(device) : {},
    physicals(section, below),
    ovsBridges(section, below, value),
    others[section] ?? {},
  ].reduce(merge)
  return merge(merge(around, forManager(section)), { [section]: { [device]: merge(own[section] ?? {}, beside) } })
}

/** The description with that value at the path; undefined takes it away. */
export function put(into: Value | undefined, path: LeafPath, value: Value | undefined): Value | undefined {
  const [head, ...rest] = path
  if (head === undefined) return value
  if (typeof head === 'number') {
    const list = Array.isArray(into) ? (into as readonly Value[]) : []
    const item = put(list[head], rest, value)
    return item === undefined ? list : [...list.slice(0, head), item, ...list.slice(head + 1)]
  }
  const mapping: Mapping = isMapping(into) ? into : {}
  const inner = put(mapping[head], rest, value)
  const { [head]: _old, ...others } = mapping
  return inner === undefined ? others : { ...mapping, [head]: inner }
}
