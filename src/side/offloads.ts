import type { Offloads } from '../model/network.ts'
import type { Fields, Handler } from '../targets/target.ts'

/**
 * What an offload is called: the key of systemd.link(5), and the word of ethtool(8). ethtool's own words stand where they mean what systemd
 * means (its src/shared/ethtool-util.c); `tso` would switch IPv4, IPv6 and two more, so for it the kernel's names stand.
 */
const names = {
  receiveChecksum: { link: 'ReceiveChecksumOffload', ethtool: 'rx', netplan: 'receive-checksum-offload' },
  transmitChecksum: { link: 'TransmitChecksumOffload', ethtool: 'tx', netplan: 'transmit-checksum-offload' },
  tcpSegmentation: { link: 'TCPSegmentationOffload', ethtool: 'tx-tcp-segmentation', netplan: 'tcp-segmentation-offload' },
  tcp6Segmentation: { link: 'TCP6SegmentationOffload', ethtool: 'tx-tcp6-segmentation', netplan: 'tcp6-segmentation-offload' },
  genericSegmentation: { link: 'GenericSegmentationOffload', ethtool: 'gso', netplan: 'generic-segmentation-offload' },
  genericReceive: { link: 'GenericReceiveOffload', ethtool: 'gro', netplan: 'generic-receive-offload' },
  largeReceive: { link: 'LargeReceiveOffload', ethtool: 'lro', netplan: 'large-receive-offload' },
} as const satisfies Record<keyof Offloads, object>

export type OffloadName = (typeof names)[keyof Offloads]

/** The keys of [Link], and ethtool's words, in the order in which they are printed. */
export const offloadKeys = Object.values(names).map(name => name.link)
export const offloadWords = Object.values(names).map(name => name.ethtool)

/** A table of all offloads from the way to write one. */
export const offloadFields = <D, A>(write: (name: OffloadName) => Handler<boolean, D, A>): Fields<Offloads, D, A> => ({
  receiveChecksum: write(names.receiveChecksum),
  transmitChecksum: write(names.transmitChecksum),
  tcpSegmentation: write(names.tcpSegmentation),
  tcp6Segmentation: write(names.tcp6Segmentation),
  genericSegmentation: write(names.genericSegmentation),
  genericReceive: write(names.genericReceive),
  largeReceive: write(names.largeReceive),
})

export const onOff = (on: boolean): string => (on ? 'on' : 'off')

/** Whether something is said of any offload. */
export const saysOffload = (offloads: Offloads): boolean => Object.values(offloads).some(leaf => leaf !== undefined)
