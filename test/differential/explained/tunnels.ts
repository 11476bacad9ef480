import { type Explanation, nothing, says, type Where } from './explanation.ts'

const networkd = 'networkd' as const
const networkmanager = 'networkmanager' as const
const linkLocal = 'Link-local addresses of tunnels'
const manager = 'Tunnels with NetworkManager'
const without = 'What a tunnel has not'

const isTunnel = ({ ours }: Where): boolean => ours.includes('profile/connection.type=ip-tunnel')
/** The kinds that networkd makes no link-local address on. */
const hasNoLinkLocal = ({ ours }: Where): boolean => ours.some(line => /^netdev\/NetDev\.Kind=(sit|gre|ipip|vti)$/.test(line))

/** How tunnels differ. */
export const tunnels: readonly Explanation[] = [
  {
    why: 'networkd passes over it: it makes no IPv6 link-local address on such a device, and hears no advertisement',
    section: linkLocal,
    target: networkd,
    place: /^network\/Network\.(LinkLocalAddressing|IPv6AcceptRA)$/,
    netplan: /^(ipv6|yes)$/,
    ours: /^no$/,
    when: hasNoLinkLocal,
  },
  {
    why: 'what comes with router advertisements',
    section: linkLocal,
    target: networkd,
    place: /^network\/(IPv6AcceptRA|DHCPv6)\./,
    netplan: /./,
    ours: nothing,
    when: hasNoLinkLocal,
  },
  {
    why: 'the link-local address that netplan has the boot wait for never comes',
    section: linkLocal,
    target: networkd,
    place: /^online$/,
    netplan: /^degraded$/,
    ours: /^carrier$/,
    when: hasNoLinkLocal,
  },
  {
    why: 'a device without MAC has nothing that an address could be made of',
    section: linkLocal,
    target: networkmanager,
    place: /^profile\/ipv6\.addr-gen-mode$/,
    netplan: nothing,
    ours: /^stable-privacy$/,
    when: isTunnel,
  },
  {
    why: 'networkd sends 64 where nothing is said, and NetworkManager would take the TTL of the packet inside',
    section: manager,
    target: networkmanager,
    place: /^profile\/ip-tunnel\.ttl$/,
    netplan: nothing,
    ours: /^64$/,
  },
  {
    why: 'networkd leaves it to the kernel, which has 4, and NetworkManager would write 0',
    section: manager,
    target: networkmanager,
    place: /^profile\/ip-tunnel\.encapsulation-limit$/,
    netplan: nothing,
    ours: /^4$/,
  },
  {
    why: 'libnm takes numbers only, and refuses the profile',
    section: manager,
    target: networkmanager,
    place: /^profile\/ip-tunnel\.(input|output)-key$/,
    netplan: /^0\.0\.4\.211$/,
    ours: /^1235$/,
  },
  {
    why: 'libnm drops the group of Ethernet from a tunnel that carries packets, and the MTU with it',
    section: manager,
    target: networkmanager,
    place: /^profile\/ethernet\.mtu$/,
    netplan: /./,
    ours: nothing,
    when: isTunnel,
  },
  {
    why: 'the MTU of a tunnel has a key of its own',
    section: manager,
    target: networkmanager,
    place: /^profile\/ip-tunnel\.mtu$/,
    netplan: nothing,
    ours: /./,
  },
  {
    why: 'NetworkManager can’t make such a device: a loss, and the nearest to it',
    section: manager,
    target: networkmanager,
    place: /^profile\/ip-tunnel\.mode$/,
    netplan: /^4$/,
    ours: /^3$/,
  },
  {
    why: 'a tunnel of packets has no MAC',
    section: without,
    target: networkd,
    place: /^(netdev\/NetDev|network\/Link)\.MACAddress$/,
    netplan: /./,
    ours: nothing,
    when: hasNoLinkLocal,
  },
  {
    why: 'a tunnel of packets has no MAC, and libnm drops it',
    section: without,
    target: networkmanager,
    place: /^profile\/ethernet\.cloned-mac-address$/,
    netplan: /./,
    ours: nothing,
    when: isTunnel,
  },
  {
    why: 'VTI has no TTL, and networkd gives it none',
    section: without,
    target: networkd,
    place: /^netdev\/Tunnel\.TTL$/,
    netplan: /./,
    ours: nothing,
    when: says('ours', 'netdev/NetDev.Kind=vti'),
  },
  {
    why: 'to networkd 0 is no key',
    section: without,
    target: networkd,
    place: /^netdev\/Tunnel\.(In|Out)putKey$/,
    netplan: /^0$/,
    ours: nothing,
  },
  {
    why: 'to networkd 0 is no key, and to NetworkManager it is one',
    section: without,
    target: networkmanager,
    place: /^profile\/ip-tunnel\.(input|output)-key$/,
    netplan: /^0$/,
    ours: nothing,
  },
]
