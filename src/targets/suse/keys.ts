/**
 * What netglot writes into ifcfg files, in groups and in the order in which it prints it (ifcfg(5), ifcfg-tunnel(5), ifcfg-bridge(5),
 * ifcfg-wireless(5)). A group with a suffix, such as IPADDR_1 and LABEL_1, comes after the same group without.
 */
const groups = [
  ['STARTMODE', 'LINK_REQUIRED', 'BOOTPROTO', 'AUTO6_UPDATE'],
  ['IPADDR', 'LABEL', 'IP_OPTIONS'],
  [
    'DHCLIENT_ROUTE_PRIORITY',
    'DHCLIENT_SET_DEFAULT_ROUTE',
    'DHCLIENT_SET_HOSTNAME',
    'DHCLIENT_HOSTNAME_OPTION',
    'DHCLIENT_UPDATE',
    'DHCLIENT_CREATE_CID',
    'DHCLIENT6_MODE',
    'DHCLIENT6_SET_HOSTNAME',
    'DHCLIENT6_HOSTNAME_OPTION',
    'DHCLIENT6_UPDATE',
  ],
  ['LLADDR', 'MTU', 'ETHTOOL_OPTIONS'],
  ['IPOIB', 'IPOIB_MODE'],
  [
    'TUNNEL',
    'TUNNEL_SET_OWNER',
    'TUNNEL_SET_GROUP',
    'TUNNEL_LOCAL_IPADDR',
    'TUNNEL_REMOTE_IPADDR',
    'TUNNEL_TTL',
    'TUNNEL_PMTUDISC',
    'TUNNEL_GRE_IKEY',
    'TUNNEL_GRE_OKEY',
    'SIT_ISATAP',
  ],
  ['ETHERDEVICE', 'VLAN_ID', 'VLAN_PROTOCOL'],
  ['MACVLAN_DEVICE', 'MACVLAN_MODE'],
  ['MACVTAP_DEVICE', 'MACVTAP_MODE'],
  ['IPVLAN', 'IPVLAN_DEVICE', 'IPVLAN_MODE', 'IPVLAN_FLAGS'],
  [
    'VXLAN',
    'VXLAN_ID',
    'VXLAN_DEVICE',
    'VXLAN_REMOTE_IP',
    'VXLAN_LOCAL_IP',
    'VXLAN_TTL',
    'VXLAN_TOS',
    'VXLAN_DST_PORT',
    'VXLAN_SRC_PORT_LOW',
    'VXLAN_SRC_PORT_HIGH',
    'VXLAN_LEARNING',
    'VXLAN_AGEING',
    'VXLAN_MAX_ADDRS',
    'VXLAN_PROXY',
    'VXLAN_RSC',
    'VXLAN_L2MISS',
    'VXLAN_L3MISS',
    'VXLAN_UDP_CSUM',
    'VXLAN_UDP6_ZERO_CSUM_TX',
    'VXLAN_UDP6_ZERO_CSUM_RX',
    'VXLAN_REM_CSUM_TX',
    'VXLAN_REM_CSUM_RX',
    'VXLAN_GBP',
  ],
  ['BONDING_MASTER', 'BONDING_MODULE_OPTS'],
  ['BONDING_SLAVE'],
  ['DUMMY'],
  [
    'BRIDGE',
    'BRIDGE_PORTS',
    'BRIDGE_STP',
    'BRIDGE_PRIORITY',
    'BRIDGE_FORWARDDELAY',
    'BRIDGE_HELLOTIME',
    'BRIDGE_MAXAGE',
    'BRIDGE_AGEINGTIME',
    'BRIDGE_PATHCOSTS',
    'BRIDGE_PORTPRIORITIES',
  ],
  ['OVS_BRIDGE', 'OVS_BRIDGE_VLAN_PARENT', 'OVS_BRIDGE_VLAN_TAG'],
  ['OVS_BRIDGE_PORT_DEVICE'],
  [
    'WIRELESS_ESSID',
    'WIRELESS_HIDDEN_SSID',
    'WIRELESS_MODE',
    'WIRELESS_AP',
    'WIRELESS_CHANNEL',
    'WIRELESS_FREQUENCY_LIST',
    'WIRELESS_KEY_MGMT',
    'WIRELESS_PMF',
    'WIRELESS_WPA_PSK',
    'WIRELESS_EAP_MODE',
    'WIRELESS_EAP_AUTH',
    'WIRELESS_WPA_IDENTITY',
    'WIRELESS_WPA_ANONID',
    'WIRELESS_WPA_PASSWORD',
    'WIRELESS_CA_CERT',
    'WIRELESS_CLIENT_CERT',
    'WIRELESS_CLIENT_KEY',
    'WIRELESS_CLIENT_KEY_PASSWORD',
  ],
  ['PRE_UP_SCRIPT', 'POST_UP_SCRIPT', 'POST_DOWN_SCRIPT'],
] as const

type Base = (typeof groups)[number][number]

/** A variable, with a suffix where there may be several: `IPADDR`, `IPADDR_1`. */
export type Variable = Base | `${Base}_${number}`

/** The name of the nth of its kind, counted from 0. */
export const nth = (base: Base, index: number): Variable => (index === 0 ? base : `${base}_${index}`)

/** By group, then by suffix, then by place: so far apart that no suffix and no place of another reaches it. */
const ofGroup = 2 ** 40
const ofSuffix = 2 ** 10

const ranks: ReadonlyMap<string, number> = new Map(
  groups.flatMap((names, group) => names.map((name, place) => [name, group * ofGroup + place] as const)),
)

/** Where a variable stands among the others. */
export function rank(name: string): number {
  const plain = ranks.get(name)
  if (plain !== undefined) return plain
  const end = name.lastIndexOf('_')
  return (ranks.get(name.slice(0, end)) ?? 0) + Number(name.slice(end + 1)) * ofSuffix
}
