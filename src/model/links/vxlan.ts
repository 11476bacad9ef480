import type { Ip } from '../address.ts'
import type { Leaf } from '../leaf.ts'
import type { LinkBase } from './base.ts'

export const vxlanNotifications = ['l2-miss', 'l3-miss'] as const
export const vxlanChecksums = ['udp', 'zero-udp6-tx', 'zero-udp6-rx', 'remote-tx', 'remote-rx'] as const
export const vxlanExtensions = ['group-policy', 'generic-protocol'] as const

/** An Ethernet over UDP (the kernel's Documentation/networking/vxlan.rst). */
export interface Vxlan extends LinkBase {
  readonly kind: 'vxlan'
  readonly mode: Leaf<'vxlan'>
  /** The network identifier: 1 to 16777215. */
  readonly vni: Leaf<number>
  /** The id of the definition that the packets go out by. */
  readonly parent: Leaf<string> | undefined
  readonly local: Leaf<Ip> | undefined
  /** The one other end. */
  readonly remote: Leaf<Ip> | undefined
  /** The multicast group of all ends, in place of `remote`. */
  readonly group: Leaf<Ip> | undefined
  readonly ttl: Leaf<number> | undefined
  readonly tos: Leaf<number> | undefined
  readonly flowLabel: Leaf<number> | undefined
  readonly doNotFragment: Leaf<boolean> | undefined
  /** The UDP port of the other ends. */
  readonly port: Leaf<number>
  /** The UDP ports that packets are sent from. */
  readonly portRange: Leaf<PortRange> | undefined
  readonly learning: Leaf<boolean>
  /** Seconds. */
  readonly ageing: Leaf<number> | undefined
  readonly limit: Leaf<number> | undefined
  readonly arpProxy: Leaf<boolean> | undefined
  readonly shortCircuit: Leaf<boolean> | undefined
  readonly l2Miss: Leaf<true> | undefined
  readonly l3Miss: Leaf<true> | undefined
  /** Packets over IPv4 carry a checksum. */
  readonly udpChecksum: Leaf<boolean>
  /** Packets over IPv6 are sent without checksum, and taken without. */
  readonly zeroUdp6Tx: Leaf<true> | undefined
  readonly zeroUdp6Rx: Leaf<true> | undefined
  /** The inner checksum is left to the other end. */
  readonly remoteChecksumTx: Leaf<true> | undefined
  readonly remoteChecksumRx: Leaf<true> | undefined
  readonly groupPolicy: Leaf<true> | undefined
  readonly genericProtocol: Leaf<true> | undefined
}

export interface PortRange {
  readonly first: number
  readonly last: number
}

/** The kernel's own port, older than IANA's 4789 (drivers/net/vxlan, vxlan_port). */
export const vxlanKernelPort = 8472
/** The port of VXLAN-GPE (systemd's src/network/netdev/vxlan.c, netdev_vxlan_verify). */
export const vxlanGenericPort = 4790
