import type { Vxlan } from '../../../model/network.ts'
import type { Codec } from '../../codec.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, ip, word, yesNo } from '../format.ts'
import { type NetworkdAt, type NetworkdHandler, netdev } from '../handlers.ts'
import type { netdevKeys } from '../keys.ts'
import { standsOn } from '../stands-on.ts'
import { common } from './common.ts'

const line = <T>(key: (typeof netdevKeys)['VXLAN'][number], codec: Codec<T, 'ini'>): NetworkdHandler<T> => netdev('VXLAN', key, codec)

export const vxlan = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  parent: standsOn('VXLAN'),
  mode: netdev('NetDev', 'Kind', word),
  vni: line('VNI', integer),
  local: line('Local', ip),
  remote: line('Remote', ip),
  group: line('Group', ip),
  ttl: line('TTL', integer),
  tos: line('TOS', integer),
  flowLabel: line('FlowLabel', integer),
  doNotFragment: line('IPDoNotFragment', yesNo),
  port: written(line('DestinationPort', integer), 'networkd leaves the port to the kernel'),
  portRange: (leaf, docs) => docs.netdev.section('VXLAN').set('PortRange', text('ini', `${leaf.value.first}-${leaf.value.last}`), leaf),
  learning: written(line('MacLearning', yesNo)),
  ageing: line('FDBAgeingSec', integer),
  limit: line('MaximumFDBEntries', integer),
  arpProxy: line('ReduceARPProxy', yesNo),
  shortCircuit: line('RouteShortCircuit', yesNo),
  l2Miss: line('L2MissNotification', yesNo),
  l3Miss: line('L3MissNotification', yesNo),
  udpChecksum: written(line('UDPChecksum', yesNo)),
  zeroUdp6Tx: line('UDP6ZeroChecksumTx', yesNo),
  zeroUdp6Rx: line('UDP6ZeroChecksumRx', yesNo),
  remoteChecksumTx: line('RemoteChecksumTx', yesNo),
  remoteChecksumRx: line('RemoteChecksumRx', yesNo),
  groupPolicy: line('GroupPolicyExtension', yesNo),
  genericProtocol: line('GenericProtocolExtension', yesNo),
} satisfies Fields<Vxlan, Docs, NetworkdAt>
