import type { LinkBase, Vxlan } from '../../model/network.ts'
import { fragmentWord } from '../../side/vxlan-command.ts'
import { written } from '../handlers.ts'
import type { Fields } from '../target.ts'
import type { Docs, InterfacesAt, InterfacesHandler } from './documents.ts'
import { command } from './format.ts'
import type { CreateSlot } from './keys.ts'
import { word } from './option.ts'
import { nameOf } from './parent.ts'

/** A word of ip-link(8) that `no` before it turns around. */
const flag =
  (slot: CreateSlot): InterfacesHandler<boolean> =>
  (leaf, { create }) =>
    create.set(slot, command(leaf.value ? slot : `no${slot}`), leaf)

/** ip-link(8) reads it as a hexadecimal number, whatever it looks like (iproute2, lib/rt_names.c, rtnl_dsfield_a2n). */
const hexadecimal = (value: number): string => `0x${value.toString(16)}`

/**
 * What is a VXLAN's own: commands, in all dialects. ifupdown2 would want an IPv4 address in `vxlan-local-tunnelip`, has no words for most of it, and ties what
 * the bridge learns to what the VXLAN learns (its addons vxlan.py and bridge.py).
 */
export const vxlanFields: Fields<Omit<Vxlan, keyof Omit<LinkBase, 'kind'>>, Docs, InterfacesAt> = {
  mode: (leaf, { create }) => create.set('type', command(`dev $IFACE type ${leaf.value}`), leaf),
  vni: word('id'),
  parent: (leaf, { create }, { context }) => create.set('dev', command(`dev ${nameOf(leaf.value, context.network)}`), leaf),
  local: word('local', end => end.text),
  remote: word('remote', end => end.text),
  group: word('remote', end => end.text, 'group'),
  ttl: word('ttl'),
  tos: word('tos', hexadecimal),
  flowLabel: word('flowlabel', hexadecimal),
  doNotFragment: word('df', fragmentWord),
  // Without it ip-link(8) warns at every start.
  port: word('dstport'),
  portRange: word('srcport', ({ first, last }) => `${first} ${last}`),
  learning: written(flag('learning'), 'the kernel learns of itself'),
  ageing: word('ageing'),
  limit: word('maxaddress'),
  arpProxy: flag('proxy'),
  shortCircuit: flag('rsc'),
  l2Miss: flag('l2miss'),
  l3Miss: flag('l3miss'),
  udpChecksum: flag('udpcsum'),
  zeroUdp6Tx: flag('udp6zerocsumtx'),
  zeroUdp6Rx: flag('udp6zerocsumrx'),
  remoteChecksumTx: flag('remcsumtx'),
  remoteChecksumRx: flag('remcsumrx'),
  groupPolicy: flag('gbp'),
  genericProtocol: flag('gpe'),
}
