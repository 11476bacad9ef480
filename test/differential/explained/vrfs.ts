import { type Explanation, nothing, says, type Where } from './explanation.ts'

const section = 'Routes of a VRF'
const noIpv6 = 'A VRF hears no router'
const isVrf = says('ours', 'netdev/NetDev.Kind=vrf')
const isVrfProfile = says('ours', 'profile/connection.type=vrf')
const inVrfs = ({ entry }: Where): boolean => entry.startsWith('vrfs/')

/** How VRFs differ. */
export const vrfs: readonly Explanation[] = [
  {
    why: 'the kernel gives a VRF no link-local address, and no router advertisement comes in by it',
    section: noIpv6,
    target: 'networkd',
    place: /^network\/(DHCPv6\.\w+|IPv6AcceptRA\.\w+|Network\.(IPv6AcceptRA|LinkLocalAddressing))$/,
    netplan: /./,
    ours: /^(no)?$/,
    when: isVrf,
  },
  {
    why: 'a VRF without addresses gets none that the boot could wait for',
    section: noIpv6,
    target: 'networkd',
    place: /^online$/,
    netplan: /^degraded$/,
    ours: /^carrier$/,
    when: isVrf,
  },
  {
    why: 'a route with a gateway stands at the member that reaches it; at the VRF networkd would wait for ever, or take the gateway for on-link',
    section,
    target: 'networkd',
    place: /^network\/Route$/,
    netplan: /Gateway=/,
    ours: nothing,
    when: isVrf,
  },
  {
    why: 'it is the member that has the route of the VRF',
    section,
    target: 'networkd',
    place: /^network\/Route$/,
    netplan: /^/,
    ours: /Gateway=\S+ Table=\d+/,
    when: inVrfs,
  },
  {
    why: 'a route with a gateway stands at the member that reaches it',
    section,
    target: 'networkmanager',
    place: /^profile\/ipv[46]\.route$/,
    netplan: / via /,
    ours: nothing,
    when: isVrfProfile,
  },
  {
    why: 'it is the member that has the route of the VRF, and a route of its own says the table that NetworkManager would take as well',
    section,
    target: 'networkmanager',
    place: /^profile\/ipv[46]\.route$/,
    netplan: /^/,
    ours: / table=\d+/,
    when: inVrfs,
  },
  {
    why: 'NetworkManager reads the MTU and the MAC of a VRF and sets neither; a udev rule does',
    section: 'MTU and MAC of a VRF',
    target: 'networkmanager',
    place: /^profile\/ethernet\.(mtu|cloned-mac-address)$/,
    netplan: /./,
    ours: nothing,
    when: isVrfProfile,
  },
  {
    why: 'NetworkManager reads the MTU and the MAC of a VRF and sets neither; a udev rule does',
    section: 'MTU and MAC of a VRF',
    target: 'networkmanager',
    place: /^(udev|link\/Link\.MACAddress)$/,
    netplan: nothing,
    ours: /ATTR\{mtu\}|^[\da-f:]{17}$/,
    when: inVrfs,
  },
]
