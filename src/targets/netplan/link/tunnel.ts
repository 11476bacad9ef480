import type { Leaf } from '../../../model/leaf.ts'
import { goesOver6, type IpTunnelMode, isIp6tnl, type Tunnel } from '../../../model/network.ts'
import { when, written } from '../../handlers.ts'
import { noIsatap } from '../../no-isatap.ts'
import type { Fields } from '../../target.ts'
import type { Docs, NetplanContext } from '../documents.ts'
import { bare, integer, ip } from '../format.ts'
import { byRenderer, key, type NetplanAt, type NetplanHandler, passthrough, putSetting } from '../handlers.ts'
import { tunnelKeyKeys } from '../keys.ts'
import { common } from './common.ts'

const named = (leaf: Leaf<IpTunnelMode>, { definition }: Docs) => definition.set('mode', bare.print(leaf.value), leaf)

/** netplan leaves ISATAP to NetworkManager, which can't make it. */
const mode: NetplanHandler<IpTunnelMode> = byRenderer(
  named,
  when(
    leaf => leaf.value === 'isatap',
    (leaf, { definition }, { context }) => {
      definition.put('mode', bare.print('sit'), noIsatap.why)
      return context.ledger.lose(leaf, noIsatap)
    },
    (leaf, docs) => {
      if (isIp6tnl(leaf.value)) putSetting(docs, 'ip-tunnel.encapsulation-limit', 4, 'the kernel’s own; NetworkManager would write 0')
      return named(leaf, docs)
    },
  ),
)

const keyOf =
  (direction: 'input' | 'output'): NetplanHandler<number> =>
  (leaf, { definition }) =>
    definition.below('key', tunnelKeyKeys).set(direction, integer.print(leaf.value), leaf)

export const tunnel = {
  ...common,
  // netplan writes an MTU of Ethernet, which libnm drops where the tunnel carries packets.
  mtu: byRenderer(key('mtu', integer), passthrough('ip-tunnel.mtu', String)),
  mode,
  local: key('local', ip),
  remote: key('remote', ip),
  ttl: byRenderer(written(key('ttl', integer)), key('ttl', integer)),
  inputKey: keyOf('input'),
  outputKey: keyOf('output'),
} satisfies Fields<Tunnel, Docs, NetplanAt>

/** netplan before 1.0 refuses a tunnel without `local`; this address is none to networkd, NetworkManager and the kernel. */
export function completeTunnel({ mode, local }: Tunnel, { definition }: Docs, context: NetplanContext): void {
  if (local !== undefined || context.since('1.0')) return
  const none = goesOver6(mode.value) ? ({ family: 6, text: '::' } as const) : ({ family: 4, text: '0.0.0.0' } as const)
  definition.put('local', ip.print(none), 'netplan 0.106 wants one, and this stands for none')
}
