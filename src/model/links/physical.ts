import type { Leaf } from '../leaf.ts'
import type { WiredAuthentication } from './authentication.ts'
import type { LinkBase } from './base.ts'
import type { VirtualFunctions, VlanFilter } from './sriov.ts'

/** Which device a definition means, when its kernel name does not tell. All that is given must hold. */
export interface Match {
  /** `match: {}`: every device of the type. */
  readonly all: Leaf<true> | undefined
  /** The kernel name, or a glob over it. */
  readonly name: Leaf<string> | undefined
  /** The permanent MAC. */
  readonly mac: Leaf<string> | undefined
  /** Globs over the driver's name; one must hold. */
  readonly drivers: readonly Leaf<string>[]
}

/** What the NIC does for the kernel; nothing is left to the driver. */
export interface Offloads {
  readonly receiveChecksum: Leaf<boolean> | undefined
  readonly transmitChecksum: Leaf<boolean> | undefined
  /** TCP over IPv4. */
  readonly tcpSegmentation: Leaf<boolean> | undefined
  /** TCP over IPv6. */
  readonly tcp6Segmentation: Leaf<boolean> | undefined
  readonly genericSegmentation: Leaf<boolean> | undefined
  readonly genericReceive: Leaf<boolean> | undefined
  readonly largeReceive: Leaf<boolean> | undefined
}

export interface PhysicalLink extends LinkBase {
  readonly match: Match | undefined
  /** The name to give to the matched device; also its `interface`. */
  readonly setName: Leaf<string> | undefined
  /** Wake by magic packet. */
  readonly wakeOnLan: Leaf<boolean> | undefined
  readonly offloads: Offloads
  readonly emitLldp: Leaf<boolean> | undefined
}

export interface Ethernet extends PhysicalLink {
  readonly kind: 'ethernet'
  readonly auth: WiredAuthentication | undefined
  /** Of a virtual function (SR-IOV): the id of the NIC that it is one of. */
  readonly physicalFunction: Leaf<string> | undefined
  readonly vlanFilter: VlanFilter | undefined
  /** Of a NIC that has virtual functions. */
  readonly virtualFunctions: VirtualFunctions | undefined
  /** IP over InfiniBand. */
  readonly infinibandMode: Leaf<'datagram' | 'connected'> | undefined
}
