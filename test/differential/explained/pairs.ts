import { type Explanation, nothing, type Where } from './explanation.ts'

const section = 'MAC and MTU of devices that are made'
const inPair = ({ entry }: Where): boolean => entry.startsWith('virtual-ethernets/')

/** How virtual Ethernet pairs differ. */
export const pairs: readonly Explanation[] = [
  {
    why: 'the second end has its MAC from where both are made, and netplan sets it later',
    section,
    target: 'networkd',
    place: /^netdev\/Peer\.MACAddress$/,
    netplan: nothing,
    ours: /./,
  },
  {
    why: 'the second end has its MAC from where both are made, and netplan sets it later',
    section,
    target: 'networkd',
    place: /^network\/Link\.MACAddress$/,
    netplan: /./,
    ours: nothing,
    when: inPair,
  },
]
