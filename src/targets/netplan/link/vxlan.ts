import type { Vxlan, vxlanChecksums, vxlanExtensions, vxlanNotifications } from '../../../model/network.ts'
import { fragmentWord, vxlanCommand } from '../../../side/vxlan-command.ts'
import { implied, lost, written } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import { type Docs, portName } from '../documents.ts'
import { bare, integer, ip, word, yesNo } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler } from '../handlers.ts'
import { common } from './common.ts'

interface Words {
  readonly notifications: (typeof vxlanNotifications)[number]
  readonly checksums: (typeof vxlanChecksums)[number]
  readonly extensions: (typeof vxlanExtensions)[number]
}

/** A word of a list. */
const flag =
  <K extends keyof Words>(list: K, name: Words[K]): NetplanHandler<true> =>
  (leaf, { definition }) =>
    definition.append(list, text('yaml', name), leaf)

/** netplan drops it with a warning where NetworkManager makes the device. */
const onNetworkd = <T>(handler: NetplanHandler<T>): NetplanHandler<T> =>
  byRenderer(
    handler,
    lost(
      absent(
        'NetworkManager, the renderer, has no word for it, and the kernel takes it only when the device is made',
        'choose networkd as the renderer',
      ),
    ),
  )

const sendsChecksums = implied<Docs, NetplanAt['context']['root'], Docs>(
  'NetworkManager leaves it to the kernel, which sends checksums; the other ends take packets with and without',
)
const checksum: NetplanHandler<boolean> = (leaf, { definition }) => definition.append('checksums', text('yaml', 'udp'), leaf)

export const vxlan = {
  ...common,
  mode: key('mode', bare),
  vni: key('id', integer),
  parent: (leaf, { definition }, { context }) => definition.set('link', word.print(portName(leaf.value, context.network)), leaf),
  local: key('local', ip),
  remote: key('remote', ip),
  group: key('remote', ip),
  ttl: key('ttl', integer),
  tos: key('type-of-service', integer),
  flowLabel: byRenderer(key('flow-label', integer), (leaf, docs) =>
    docs.side.whenUp(device => vxlanCommand(device, 'flowlabel', leaf.value), leaf),
  ),
  doNotFragment: byRenderer(key('do-not-fragment', yesNo), (leaf, docs) =>
    docs.side.whenUp(device => vxlanCommand(device, 'df', fragmentWord(leaf.value)), leaf),
  ),
  port: written(key('port', integer), 'netplan leaves the port to the kernel'),
  portRange: (leaf, { definition }) => definition.set('port-range', text('yaml', `[${leaf.value.first}, ${leaf.value.last}]`), leaf),
  learning: written(key('mac-learning', yesNo)),
  ageing: key('ageing', integer),
  limit: key('limit', integer),
  arpProxy: key('arp-proxy', yesNo),
  shortCircuit: key('short-circuit', yesNo),
  l2Miss: flag('notifications', 'l2-miss'),
  l3Miss: flag('notifications', 'l3-miss'),
  udpChecksum: byRenderer(written(checksum), sendsChecksums),
  zeroUdp6Tx: onNetworkd(flag('checksums', 'zero-udp6-tx')),
  zeroUdp6Rx: onNetworkd(flag('checksums', 'zero-udp6-rx')),
  remoteChecksumTx: onNetworkd(flag('checksums', 'remote-tx')),
  remoteChecksumRx: onNetworkd(flag('checksums', 'remote-rx')),
  groupPolicy: onNetworkd(flag('extensions', 'group-policy')),
  genericProtocol: onNetworkd(flag('extensions', 'generic-protocol')),
} satisfies Fields<Vxlan, Docs, NetplanAt>
