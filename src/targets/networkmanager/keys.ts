import type { Family } from '../../model/address.ts'
import type { Link } from '../../model/network.ts'
import { offloadWords } from '../../side/offloads.ts'

/** Keys of [ipv4] and [ipv6]; those that come several times carry a number. */
export type IpKey =
  | 'method'
  | 'addr-gen-mode'
  | 'ip6-privacy'
  | 'token'
  | 'mtu'
  | `address${number}`
  | 'gateway'
  | 'link-local'
  | 'route-metric'
  | 'route-table'
  | `route${number}`
  | `route${number}_options`
  | `routing-rule${number}`
  | 'dns'
  | 'dns-search'
  | 'dhcp-client-id'
  | 'dhcp-hostname'
  | 'dhcp-send-hostname'
  | 'dhcp-timeout'
  | 'ra-timeout'
  | 'ignore-auto-dns'
  | 'ignore-auto-routes'

const fixed = {
  connection: [
    'id',
    'uuid',
    'type',
    'interface-name',
    'master',
    'slave-type',
    'autoconnect',
    'autoconnect-priority',
    'autoconnect-slaves',
    'multi-connect',
  ],
  match: ['interface-name', 'driver'],
  ethernet: ['mac-address', 'cloned-mac-address', 'mtu', 'wake-on-lan'],
  loopback: ['mtu'],
  infiniband: ['mac-address', 'mtu', 'transport-mode'],
  sriov: ['total-vfs', 'eswitch-mode'],
  wifi: ['ssid', 'mode', 'band', 'channel', 'bssid', 'hidden', 'mac-address', 'cloned-mac-address', 'mtu', 'wake-on-wlan'],
  ethtool: offloadWords.map(word => `feature-${word}` as const),
  'wifi-security': ['key-mgmt', 'pmf', 'psk'],
  '802-1x': [
    'eap',
    'identity',
    'anonymous-identity',
    'password',
    'ca-cert',
    'client-cert',
    'private-key',
    'private-key-password',
    'phase2-auth',
  ],
  bond: [
    'mode',
    'miimon',
    'updelay',
    'downdelay',
    'arp_interval',
    'arp_ip_target',
    'arp_validate',
    'arp_all_targets',
    'lacp_rate',
    'ad_select',
    'min_links',
    'xmit_hash_policy',
    'all_slaves_active',
    'fail_over_mac',
    'num_grat_arp',
    'num_unsol_na',
    'packets_per_slave',
    'primary',
    'primary_reselect',
    'resend_igmp',
    'lp_interval',
  ],
  vlan: ['id', 'parent', 'protocol'],
  macvlan: ['parent', 'mode', 'tap'],
  ipvlan: ['parent', 'mode', 'private', 'vepa'],
  'ip-tunnel': ['mode', 'local', 'remote', 'ttl', 'input-key', 'output-key', 'encapsulation-limit', 'mtu'],
  vxlan: [
    'id',
    'parent',
    'remote',
    'local',
    'ttl',
    'tos',
    'destination-port',
    'source-port-min',
    'source-port-max',
    'learning',
    'ageing',
    'limit',
    'proxy',
    'rsc',
    'l2-miss',
    'l3-miss',
  ],
  veth: ['peer'],
  vrf: ['table'],
  bridge: ['stp', 'priority', 'forward-delay', 'hello-time', 'max-age', 'ageing-time', 'vlan-filtering', 'vlan-default-pvid', 'vlans'],
  'bridge-port': ['priority', 'path-cost', 'hairpin-mode', 'vlans'],
  tun: ['mode', 'owner', 'group', 'pi', 'vnet-hdr', 'multi-queue'],
  wireguard: [
    'private-key',
    'private-key-flags',
    'listen-port',
    'fwmark',
    'mtu',
    'peer-routes',
    'ip4-auto-default-route',
    'ip6-auto-default-route',
  ],
  gsm: ['auto-config', 'apn', 'username', 'password', 'number', 'device-id', 'network-id', 'pin', 'sim-id', 'sim-operator-id', 'mtu'],
  cdma: ['number', 'username', 'password', 'mtu'],
  'ovs-bridge': ['fail-mode', 'mcast-snooping-enable', 'rstp-enable'],
  'ovs-port': ['tag', 'bond-mode', 'lacp'],
  'ovs-interface': ['type'],
  'ovs-patch': ['peer'],
  'ovs-external-ids': [],
  'ovs-other-config': [],
  hostname: ['from-dhcp'],
} as const

/** Every group that netglot writes, with its keys (nm-settings-keyfile(5)). */
export type ProfileKeys = typeof fixed & IpKeys
export type IpKeys = { readonly ipv4: readonly IpKey[]; readonly ipv6: readonly IpKey[] }

/** The groups of a profile in the order in which they are printed, with their keys but for those of [ipv4] and [ipv6]. */
export const profileKeys: ProfileKeys = { ...fixed, ipv4: [], ipv6: [] }

/** The keys of [ipv4] and [ipv6] of a link's profile. */
export const ipKeysOf = (link: Link): IpKeys => ({ ipv4: ipKeys(link, 4), ipv6: ipKeys(link, 6) })

const ipKeys = ({ addresses, routes, rules }: Link, family: Family): readonly IpKey[] =>
  keysFor(addresses.length, countOf(routes, family), countOf(rules, family))

const countOf = (all: readonly { readonly family: Family }[], family: Family): number => {
  let count = 0
  for (const one of all) if (one.family === family) count++
  return count
}

/** How many addresses, routes and rules a link may have for its keys to be kept: nearly all have no more. */
const few = 8
const kept = new Map<number, readonly IpKey[]>()

const keysFor = (addresses: number, routes: number, rules: number): readonly IpKey[] => {
  if (addresses >= few || routes >= few || rules >= few) return listed(addresses, routes, rules)
  const at = (addresses * few + routes) * few + rules
  const keys = kept.get(at) ?? listed(addresses, routes, rules)
  kept.set(at, keys)
  return keys
}

const listed = (addresses: number, routes: number, rules: number): readonly IpKey[] => [
  'method',
  'addr-gen-mode',
  'token',
  'ip6-privacy',
  'mtu',
  ...numbered(addresses, n => [`address${n}`]),
  'gateway',
  'link-local',
  'route-metric',
  'route-table',
  ...numbered(routes, n => [`route${n}`, `route${n}_options`]),
  ...numbered(rules, n => [`routing-rule${n}`]),
  'dns',
  'dns-search',
  'dhcp-client-id',
  'dhcp-hostname',
  'dhcp-send-hostname',
  'dhcp-timeout',
  'ra-timeout',
  'ignore-auto-dns',
  'ignore-auto-routes',
]

const numbered = (count: number, keys: (n: number) => readonly IpKey[]): readonly IpKey[] =>
  Array.from({ length: count }, (_, i) => keys(i + 1)).flat()

/** What netglot says in conf.d about the whole machine and about one device (NetworkManager.conf(5)). */
export const machineKeys = { main: ['no-auto-default'] } as const
export const deviceKeys = ['match-device', 'ignore-carrier'] as const
