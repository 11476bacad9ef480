import { type IpTunnelMode, isIp6tnl, type Tunnel } from '../../../model/network.ts'
import { noIsatap } from '../../no-isatap.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, ip } from '../format.ts'
import { line, type NmAt, type NmHandler } from '../handlers.ts'
import { tunnelModes } from '../tunnel-modes.ts'
import { common } from './common.ts'

/** NetworkManager's own number; it has one for ISATAP too. */
const mode: NmHandler<IpTunnelMode> = (leaf, { profiles }, { context }) => {
  if (leaf.value === 'isatap') {
    profiles.put('ip-tunnel', 'mode', text('keyfile', String(tunnelModes.sit)), noIsatap.why)
    return context.ledger.lose(leaf, noIsatap)
  }
  if (isIp6tnl(leaf.value))
    profiles.put('ip-tunnel', 'encapsulation-limit', text('keyfile', '4'), 'the kernel’s own; NetworkManager would write 0')
  return profiles.set('ip-tunnel', 'mode', text('keyfile', String(tunnelModes[leaf.value])), leaf)
}

export const tunnel = {
  ...common,
  mtu: line('ip-tunnel', 'mtu', integer),
  mode,
  local: line('ip-tunnel', 'local', ip),
  remote: line('ip-tunnel', 'remote', ip),
  ttl: line('ip-tunnel', 'ttl', integer),
  inputKey: line('ip-tunnel', 'input-key', integer),
  outputKey: line('ip-tunnel', 'output-key', integer),
} satisfies Fields<Tunnel, Docs, NmAt>
