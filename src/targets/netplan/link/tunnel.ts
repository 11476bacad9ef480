import type { Ip } from '../../../model/address.ts'
import type { Leaf } from '../../../model/leaf.ts'
import { goesOver6, type IpTunnelMode, isIp6tnl, type Tunnel } from '../../../model/network.ts'
import { when, written } from '../../handlers.ts'
import { tunnelModes } from '../../networkmanager/tunnel-modes.ts'
import { noIsatap } from '../../no-isatap.ts'
import type { Fields } from '../../target.ts'
import type { Docs, NetplanContext } from '../documents.ts'
import { isForeign, orSetting } from '../foreign.ts'
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

const keyOf = (direction: 'input' | 'output'): NetplanHandler<number> =>
  orSetting(`ip-tunnel.${direction}-key`, (leaf, { definition }) =>
    definition.below('key', tunnelKeyKeys).set(direction, integer.print(leaf.value), leaf),
  )

const showIp = ({ text }: Ip): string => text

export const tunnel = {
  ...common,
  // netplan writes an MTU of Ethernet, which libnm drops where the tunnel carries packets.
  mtu: byRenderer(key('mtu', integer), passthrough('ip-tunnel.mtu', String)),
  mode: orSetting('ip-tunnel.mode', mode, word => String(tunnelModes[word])),
  local: orSetting('ip-tunnel.local', key('local', ip), showIp),
  remote: orSetting('ip-tunnel.remote', key('remote', ip), showIp),
  ttl: byRenderer(written(key('ttl', integer)), orSetting('ip-tunnel.ttl', key('ttl', integer))),
  inputKey: keyOf('input'),
  outputKey: keyOf('output'),
} satisfies Fields<Tunnel, Docs, NetplanAt>

/** netplan before 1.0 refuses a tunnel without `local`; this address is none to networkd, NetworkManager and the kernel. */
export function completeTunnel(link: Tunnel, { definition }: Docs, context: NetplanContext): void {
  const { mode, local } = link
  if (local !== undefined || context.since('1.0') || isForeign(link, context)) return
  const none = goesOver6(mode.value) ? ({ family: 6, text: '::' } as const) : ({ family: 4, text: '0.0.0.0' } as const)
  definition.put('local', ip.print(none), 'netplan 0.106 wants one, and this stands for none')
}
