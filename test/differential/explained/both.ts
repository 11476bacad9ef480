import { type Explanation, nothing, type Where } from './explanation.ts'

type Line = Omit<Explanation, 'target'>

/** How the files of udev differ, which both renderers have, and bridges, which both make. */
const lines: readonly Line[] = [
  {
    why: 'a .link file takes the place of the one that the distribution ships, so it is written for a new name or wake-on-LAN alone',
    section: 'No .link file for an MTU',
    place: /^link\/Link\.MTUBytes$/,
    netplan: /./,
    ours: nothing,
    when: (where, { netplan }) =>
      where.ours.some(line => /\/(Link\.MTUBytes|ethernet\.mtu)=/.test(line) && line.endsWith(`=${netplan[0]}`)),
  },
  {
    why: 'there is no .link file',
    section: 'No .link file for an MTU',
    place: /^link\/Match\.\w+$/,
    netplan: /./,
    ours: nothing,
    when: where => !where.ours.some(line => line.startsWith('link/Match.')),
  },
  {
    why: 'a udev rule, or the profile, sets the offload',
    section: 'Offloads',
    place: /^link\/Match\.\w+$/,
    netplan: /./,
    ours: nothing,
    when: where => where.ours.some(line => /^link\/Link\.\w+Offload=/.test(line)),
  },
  {
    why: 'silence leaves wake-on-LAN to the driver',
    section: 'Wake-on-LAN',
    place: /^link\/Link\.WakeOnLan$/,
    netplan: /^off$/,
    ours: nothing,
  },
  {
    why: 'keeps the file from a bridge or a VLAN that carries the MAC of the NIC',
    section: 'Renaming',
    place: /^link\/Match\.Type$/,
    netplan: nothing,
    ours: /^(ether|wlan)$/,
  },
  {
    why: 'the .link file gives the name',
    section: 'Renaming',
    place: /^udev\/NAME$/,
    netplan: /./,
    ours: nothing,
    when: (where, { netplan }) => where.ours.includes(`link/Link.Name=${netplan[0]}`),
  },
]

const targets: readonly Where['target'][] = ['networkd', 'networkmanager']

export const both: readonly Explanation[] = [
  ...targets.flatMap(target => lines.map(line => ({ ...line, target }))),
  {
    why: 'the file takes the place of 99-default.link, whose other lines still hold',
    section: 'Wake-on-LAN',
    target: 'networkd',
    place: /^link\/Link\.(NamePolicy|AlternativeNamesPolicy|MACAddressPolicy)$/,
    netplan: nothing,
    ours: /^(keep kernel database onboard slot path|database onboard slot path|persistent)$/,
    when: where => where.ours.some(line => /^link\/Link\.(WakeOnLan=magic|\w+Offload=)/.test(line)),
  },
  {
    why: 'false is written as netplan means it: netplan writes nothing, and the driver decides',
    section: 'Wake-on-LAN',
    target: 'networkd',
    place: /^link\/Link\.WakeOnLan$/,
    netplan: nothing,
    ours: /^off$/,
  },
  {
    why: 'a bridge without parameters has no STP, with every stack',
    section: 'STP',
    target: 'networkd',
    place: /^netdev\/Bridge\.STP$/,
    netplan: nothing,
    ours: /^no$/,
  },
  {
    why: 'a bridge without parameters has no STP, with every stack; NetworkManager’s default is to have it',
    section: 'STP',
    target: 'networkmanager',
    place: /^profile\/bridge\.stp$/,
    netplan: nothing,
    ours: /^no$/,
  },
  {
    why: 'a priority of 0 is one; netplan takes it for nothing',
    section: 'A priority of 0',
    target: 'networkd',
    place: /^(netdev|network)\/Bridge\.Priority$/,
    netplan: nothing,
    ours: /^0$/,
  },
  {
    why: 'a priority of 0 is one; netplan takes it for nothing',
    section: 'A priority of 0',
    target: 'networkmanager',
    place: /^profile\/(bridge|bridge-port)\.priority$/,
    netplan: nothing,
    ours: /^0$/,
  },
  {
    why: 'NetworkManager sends no LLDP, and netplan passes over it; lldpd sends it',
    section: 'LLDP',
    target: 'networkmanager',
    place: /^lldp$/,
    netplan: nothing,
    ours: /^yes$/,
  },
]
