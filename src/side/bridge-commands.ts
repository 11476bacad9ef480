import { type VlanRange, vlanIds } from '../model/network.ts'

/** What a port of a bridge may be, in the words of bridge(8). */
export const portWords = { hairpin: 'hairpin', neighSuppress: 'neigh_suppress', learning: 'learning', isolated: 'isolated' } as const

export type PortWord = (typeof portWords)[keyof typeof portWords]

/** The command that says one thing of a port. `device` is a name, which no shell takes for anything else (normalise/names.ts), or a variable. */
export const portCommand = (device: string, word: PortWord, on: boolean): string =>
  `bridge link set dev ${device} ${word} ${on ? 'on' : 'off'}`

/** The command that makes a port, or the bridge itself, take part in VLANs; what it had of them before gives way. */
export const vlanAdd = (device: string, range: VlanRange, ofBridge = false): string =>
  `bridge vlan add dev ${device} vid ${showVlan(range)}${ofBridge ? ' self' : ''}`

/** The command that takes a VLAN away. */
export const vlanDelete = (device: string, id: number, ofBridge = false): string =>
  `bridge vlan del dev ${device} vid ${id}${ofBridge ? ' self' : ''}`

/** `10 pvid untagged`, as bridge(8) and NetworkManager have it. */
export const showVlan = (range: VlanRange): string =>
  [vlanIds(range), ...(range.pvid ? ['pvid'] : []), ...(range.untagged ? ['untagged'] : [])].join(' ')

/** The command for a number that belongs to the bridge as a whole. */
export const bridgeCommand = (device: string, word: 'vlan_filtering' | 'vlan_default_pvid', number: number): string =>
  `ip link set dev ${device} type bridge ${word} ${number}`

/** Why a VLAN is taken away that nobody wrote. */
export const strayReason = 'the list says all VLANs, and the kernel gives the default PVID of itself'
