import { wireguardNetdevKeys } from '../../side/wireguard-netdev.ts'

/** What netglot writes into drop-ins for the files that netplan generates (systemd.link(5), systemd.network(5), systemd.netdev(5)). */
export const linkDropInKeys = { Link: ['NamePolicy', 'AlternativeNamesPolicy', 'MACAddressPolicy', 'WakeOnLan'] } as const

const leaseKeys = [
  'UseDNS',
  'UseNTP',
  'UseHostname',
  'UseMTU',
  'UseRoutes',
  'UseDomains',
  'SendHostname',
  'Hostname',
  'RouteMetric',
] as const

export const networkDropInKeys = {
  Match: ['Type', 'Kind'],
  Link: ['RequiredForOnline'],
  Network: ['MACVLAN', 'MACVTAP', 'IPVLAN', 'IPv6LinkLocalAddressGenerationMode', 'KeepConfiguration'],
  DHCPv4: leaseKeys,
  DHCPv6: leaseKeys,
  IPv6AcceptRA: ['Token', 'UseDNS', 'UseDomains', 'UseMTU', 'UseGateway', 'UseRoutePrefix', 'RouteMetric', 'RouteTable'],
  Bridge: ['Priority', 'HairPin', 'Learning', 'Isolated'],
  BridgeVLAN: ['VLAN', 'EgressUntagged', 'PVID'],
} as const

export const netdevDropInKeys = {
  NetDev: ['MACAddress'],
  Peer: ['MACAddress'],
  VLAN: ['Protocol'],
  Bridge: ['Priority', 'VLANFiltering', 'DefaultPVID'],
} as const

const tuntapKeys = ['User', 'Group', 'MultiQueue', 'VNetHeader', 'PacketInfo'] as const

/** The .netdev file of what netplan can't make, such as a TAP, or of what only a newer netplan can. */
export const netdevKeys = {
  NetDev: ['Name', 'Kind', 'MACAddress'],
  Peer: ['Name', 'MACAddress'],
  ...wireguardNetdevKeys,
  MACVLAN: ['Mode', 'SourceMACAddress'],
  MACVTAP: ['Mode', 'SourceMACAddress'],
  IPVLAN: ['Mode', 'Flags'],
  Tap: tuntapKeys,
  Tun: tuntapKeys,
} as const

/** NetworkManager.conf(5). */
export const machineKeys = { main: ['no-auto-default'] } as const
