import { type Explanation, nothing } from './explanation.ts'

const section = 'Bond parameters'

/** How bonds differ. */
export const bonds: readonly Explanation[] = [
  {
    why: 'the mode is written, so that all stacks have the same',
    section,
    target: 'networkd',
    place: /^netdev\/Bond\.Mode$/,
    netplan: nothing,
    ours: /^balance-rr$/,
  },
  {
    why: 'the mode is written, so that all stacks have the same',
    section,
    target: 'networkmanager',
    place: /^profile\/bond\.mode$/,
    netplan: nothing,
    ours: /^balance-rr$/,
  },
  {
    why: 'NetworkManager watches the links of a bond of which nothing is said, and the others do not',
    section,
    target: 'networkmanager',
    place: /^profile\/bond\.miimon$/,
    netplan: nothing,
    ours: /^0$/,
  },
  {
    why: 'networkd refuses these words, and the line with them: a loss',
    section,
    target: 'networkd',
    place: /^netdev\/Bond\.(ARPValidate|TransmitHashPolicy)$/,
    netplan: /^(filter|filter_active|filter_backup|vlan\+srcmac)$/,
    ours: nothing,
  },
  {
    why: 'networkd reads the interval and tells the kernel only beside one of ARP, which this mode has not: a loss',
    section,
    target: 'networkd',
    place: /^netdev\/Bond\.LearnPacketIntervalSec$/,
    netplan: /./,
    ours: nothing,
  },
  {
    why: 'false is written, and means what silence means',
    section,
    target: 'networkd',
    place: /^netdev\/Bond\.AllSlavesActive$/,
    netplan: nothing,
    ours: /^no$/,
  },
  {
    why: 'false is written, and means what silence means',
    section,
    target: 'networkmanager',
    place: /^profile\/bond\.all_slaves_active$/,
    netplan: nothing,
    ours: /^0$/,
  },
  {
    why: 'the mode has no such parameter, and NetworkManager refuses the profile for it',
    section,
    target: 'networkd',
    place: /^netdev\/Bond\.(AdSelect|FailOverMACPolicy|LACPTransmitRate)$/,
    netplan: /./,
    ours: nothing,
  },
  {
    why: 'the mode has no such parameter, and NetworkManager refuses the profile for it',
    section,
    target: 'networkmanager',
    place: /^profile\/bond\.(ad_select|fail_over_mac|lacp_rate)$/,
    netplan: /./,
    ours: nothing,
  },
]
