import { type Explanation, nothing, says, type Where } from './explanation.ts'

const networkd = 'networkd' as const
const networkmanager = 'networkmanager' as const
const multicast = 'WireGuard and link-local addresses'
const routes = 'WireGuard and routes'
const flags = 'WireGuard and the flags of its key'
const zeros = 'WireGuard and what says nothing'

const isWireguard = ({ ours }: Where): boolean => ours.includes('netdev/NetDev.Kind=wireguard')

/** How WireGuard devices differ. */
export const wireguard: readonly Explanation[] = [
  {
    why: 'networkd passes over it: WireGuard carries no multicast',
    section: multicast,
    target: networkd,
    place: /^network\/Network\.(LinkLocalAddressing|IPv6AcceptRA)$/,
    netplan: /^(ipv6|yes)$/,
    ours: /^no$/,
    when: isWireguard,
  },
  {
    why: 'what comes with router advertisements',
    section: multicast,
    target: networkd,
    place: /^network\/(IPv6AcceptRA|DHCPv6)\./,
    netplan: /./,
    ours: nothing,
    when: isWireguard,
  },
  {
    why: 'the link-local address that netplan has the boot wait for never comes',
    section: multicast,
    target: networkd,
    place: /^online$/,
    netplan: /^degraded$/,
    ours: /^carrier$/,
    when: isWireguard,
  },
  {
    why: 'a device without MAC has nothing that an address could be made of',
    section: multicast,
    target: networkmanager,
    place: /^profile\/ipv6\.addr-gen-mode$/,
    netplan: nothing,
    ours: /^stable-privacy$/,
    when: says('ours', 'profile/connection.type=wireguard'),
  },
  {
    why: 'no route follows from allowed-ips, as with networkd',
    section: routes,
    target: networkmanager,
    place: /^profile\/wireguard\.peer-routes$/,
    netplan: nothing,
    ours: /^(false|no)$/,
  },
  {
    why: 'nor a default route, with a mark and two rules',
    section: routes,
    target: networkmanager,
    place: /^profile\/wireguard\.ip[46]-auto-default-route$/,
    netplan: nothing,
    ours: /^0$/,
  },
  {
    why: 'netplan writes an MTU of Ethernet, which libnm drops from a profile of WireGuard',
    section: 'WireGuard and its MTU',
    target: networkmanager,
    place: /^profile\/ethernet\.mtu$/,
    netplan: /./,
    ours: nothing,
    when: where => where.ours.some(line => line.startsWith('profile/wireguard.mtu=')),
  },
  {
    why: 'netplan writes an MTU of Ethernet, which libnm drops from a profile of WireGuard',
    section: 'WireGuard and its MTU',
    target: networkmanager,
    place: /^profile\/wireguard\.mtu$/,
    netplan: nothing,
    ours: /./,
  },
  {
    why: 'libnm refuses a profile of WireGuard with `not-required`',
    section: flags,
    target: networkmanager,
    place: /^profile\/wireguard\.private-key-flags$/,
    netplan: /^4$/,
    ours: nothing,
  },
  {
    why: '0 is written, and means what silence means',
    section: zeros,
    target: networkd,
    place: /^netdev\/WireGuard\.(ListenPort|FirewallMark)$/,
    netplan: nothing,
    ours: /^(auto|0)$/,
  },
  {
    why: '0 is written, and means what silence means',
    section: zeros,
    target: networkmanager,
    place: /^profile\/wireguard(-peer\..+)?\.(listen-port|fwmark|persistent-keepalive)$/,
    netplan: nothing,
    ours: /^0$/,
  },
  {
    why: '0 is written, and means what silence means; an empty list is not',
    section: zeros,
    target: networkd,
    place: /^netdev\/WireGuardPeer$/,
    netplan: /./,
    ours: /./,
    when: (_, { netplan, ours }) => plain(netplan) === plain(ours),
  },
]

const plain = (peers: readonly string[]): string =>
  peers.map(peer => peer.replaceAll(/ ?(AllowedIPs=(?= |$)|PersistentKeepalive=0)/g, '').trim()).join()
