import type { Ip } from '../../../model/address.ts'
import type { Vxlan } from '../../../model/network.ts'
import { fragmentWord, vxlanCommand } from '../../../side/vxlan-command.ts'
import { lost, written } from '../../handlers.ts'
import { absent, type Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, within, word, yesNo } from '../format.ts'
import { type SuseAt, type SuseHandler, variable } from '../handlers.ts'
import type { Variable } from '../keys.ts'
import { nameOf } from '../name-of.ts'
import { common } from './common.ts'

const address =
  (name: Variable): SuseHandler<Ip> =>
  (leaf, docs) =>
    docs.ifcfg.variables.set(name, word.print(leaf.value.text), leaf)

/** client/suse/compat-suse.c, try_add_vxlan. What wicked has no variable for but can be changed, its script does. */
export const vxlan = {
  ...common,
  mode: (leaf, docs) => docs.ifcfg.variables.set('VXLAN', word.print('yes'), leaf),
  // src/vxlan.c, ni_vxlan_validate: one less than there are.
  vni: variable('VXLAN_ID', within(1, 16_777_214, 'a VNI')),
  parent: (leaf, docs, { context }) => docs.ifcfg.variables.set('VXLAN_DEVICE', word.print(nameOf(leaf.value, context)), leaf),
  local: address('VXLAN_LOCAL_IP'),
  remote: address('VXLAN_REMOTE_IP'),
  group: address('VXLAN_REMOTE_IP'),
  ttl: variable('VXLAN_TTL', integer),
  tos: variable('VXLAN_TOS', integer),
  flowLabel: (leaf, docs, { link }) =>
    docs.script.add(text('shell', vxlanCommand(link.interface?.value ?? link.id, 'flowlabel', leaf.value)), leaf),
  doNotFragment: (leaf, docs, { link }) =>
    docs.script.add(text('shell', vxlanCommand(link.interface?.value ?? link.id, 'df', fragmentWord(leaf.value))), leaf),
  port: variable('VXLAN_DST_PORT', integer),
  portRange: (leaf, docs) => {
    docs.ifcfg.variables.set('VXLAN_SRC_PORT_LOW', integer.print(leaf.value.first), leaf)
    return docs.ifcfg.variables.set('VXLAN_SRC_PORT_HIGH', integer.print(leaf.value.last), leaf)
  },
  learning: written(variable('VXLAN_LEARNING', yesNo)),
  ageing: variable('VXLAN_AGEING', integer),
  limit: variable('VXLAN_MAX_ADDRS', integer),
  arpProxy: variable('VXLAN_PROXY', yesNo),
  shortCircuit: variable('VXLAN_RSC', yesNo),
  l2Miss: variable('VXLAN_L2MISS', yesNo),
  l3Miss: variable('VXLAN_L3MISS', yesNo),
  // src/ifconfig.c, ni_rtnl_link_put_vxlan_opt: it tells the kernel of `yes` only.
  udpChecksum: written(
    variable('VXLAN_UDP_CSUM', yesNo),
    'wicked can’t switch them off, and the kernel sends them; the other ends take packets with and without',
  ),
  zeroUdp6Tx: variable('VXLAN_UDP6_ZERO_CSUM_TX', yesNo),
  zeroUdp6Rx: variable('VXLAN_UDP6_ZERO_CSUM_RX', yesNo),
  remoteChecksumTx: variable('VXLAN_REM_CSUM_TX', yesNo),
  remoteChecksumRx: variable('VXLAN_REM_CSUM_RX', yesNo),
  groupPolicy: variable('VXLAN_GBP', yesNo),
  genericProtocol: lost(absent('wicked reads it and does not tell the kernel', 'take it out: the kernel would refuse the device')),
} satisfies Fields<Vxlan, Docs, SuseAt>
