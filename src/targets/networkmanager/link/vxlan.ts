import type { Vxlan } from '../../../model/network.ts'
import { fragmentWord, vxlanCommand } from '../../../side/vxlan-command.ts'
import { implied, lost, written } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, ip, yesNo } from '../format.ts'
import { line, type NmAt } from '../handlers.ts'
import { parent } from '../parent.ts'
import { common } from './common.ts'

/** The kernel takes these only when it makes the device. */
const noWord = absent(
  'NetworkManager has no word for it, and the kernel takes it only when the device is made',
  'take it out, or let networkd make the device',
)

/** src/libnm-platform/nm-linux-platform.c, _nl_msg_new_link_set_linkinfo. What it has no word for but can be changed, a script of its dispatcher does. */
export const vxlan = {
  ...common,
  mode: implied('the type of the profile says it'),
  parent: parent('vxlan'),
  vni: line('vxlan', 'id', integer),
  local: line('vxlan', 'local', ip),
  remote: line('vxlan', 'remote', ip),
  group: line('vxlan', 'remote', ip),
  ttl: line('vxlan', 'ttl', integer),
  tos: line('vxlan', 'tos', integer),
  flowLabel: (leaf, docs) => docs.side.whenUp(device => vxlanCommand(device, 'flowlabel', leaf.value), leaf),
  doNotFragment: (leaf, docs) => docs.side.whenUp(device => vxlanCommand(device, 'df', fragmentWord(leaf.value)), leaf),
  port: written(line('vxlan', 'destination-port', integer), 'NetworkManager has the kernel’s own port'),
  portRange: (leaf, docs) => {
    docs.profiles.set('vxlan', 'source-port-min', text('keyfile', String(leaf.value.first)), leaf)
    return docs.profiles.set('vxlan', 'source-port-max', text('keyfile', String(leaf.value.last)), leaf)
  },
  learning: written(line('vxlan', 'learning', yesNo)),
  ageing: line('vxlan', 'ageing', integer),
  limit: line('vxlan', 'limit', integer),
  arpProxy: line('vxlan', 'proxy', yesNo),
  shortCircuit: line('vxlan', 'rsc', yesNo),
  l2Miss: line('vxlan', 'l2-miss', yesNo),
  l3Miss: line('vxlan', 'l3-miss', yesNo),
  udpChecksum: implied('NetworkManager leaves it to the kernel, which sends checksums; the other ends take packets with and without'),
  zeroUdp6Tx: lost(noWord),
  zeroUdp6Rx: lost(noWord),
  remoteChecksumTx: lost(noWord),
  remoteChecksumRx: lost(noWord),
  groupPolicy: lost(noWord),
  genericProtocol: lost(noWord),
} satisfies Fields<Vxlan, Docs, NmAt>
