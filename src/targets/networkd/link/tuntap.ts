import type { Tap, Tun } from '../../../model/network.ts'
import { lost, written } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import type { Docs } from '../documents.ts'
import { word, yesNo } from '../format.ts'
import { type NetworkdAt, netdev } from '../handlers.ts'
import { common } from './common.ts'

/** systemd.netdev(5): a MAC or an MTU of a TAP belongs into its .network file; in the .netdev file networkd would not read them. */
export const tap = {
  ...common,
  owner: netdev('Tap', 'User', word),
  group: netdev('Tap', 'Group', word),
  multiQueue: written(netdev('Tap', 'MultiQueue', yesNo)),
  vnetHeader: written(netdev('Tap', 'VNetHeader', yesNo)),
  packetInfo: written(netdev('Tap', 'PacketInfo', yesNo)),
} satisfies Fields<Tap, Docs, NetworkdAt>

export const tun = {
  ...common,
  mac: lost(absent('a TUN device carries IP packets and has no MAC', 'take it out, or make it a TAP')),
  owner: netdev('Tun', 'User', word),
  group: netdev('Tun', 'Group', word),
  multiQueue: written(netdev('Tun', 'MultiQueue', yesNo)),
  vnetHeader: written(netdev('Tun', 'VNetHeader', yesNo)),
  packetInfo: written(netdev('Tun', 'PacketInfo', yesNo)),
} satisfies Fields<Tun, Docs, NetworkdAt>
