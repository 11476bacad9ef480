import { type IpTunnelMode, isIp6tnl, kernelKind, type Tunnel } from '../../../model/network.ts'
import { written } from '../../handlers.ts'
import type { Fields } from '../../target.ts'
import { text } from '../../text.ts'
import type { Docs } from '../documents.ts'
import { integer, ip, word, yesNo } from '../format.ts'
import { type NetworkdAt, type NetworkdHandler, netdev } from '../handlers.ts'
import { common } from './common.ts'

/** networkd makes the tunnel at once and not on another device. */
const mode: NetworkdHandler<IpTunnelMode> = (leaf, docs) => {
  const section = docs.netdev.section('Tunnel')
  section.put('Independent', yesNo.print(true), 'the tunnel stands on no device')
  if (isIp6tnl(leaf.value)) section.set('Mode', text('ini', leaf.value), leaf)
  if (leaf.value === 'isatap') section.set('ISATAP', yesNo.print(true), leaf)
  return docs.netdev.section('NetDev').set('Kind', text('ini', kernelKind(leaf.value)), leaf)
}

export const tunnel = {
  ...common,
  mac: netdev('NetDev', 'MACAddress', word),
  mode,
  local: netdev('Tunnel', 'Local', ip),
  remote: netdev('Tunnel', 'Remote', ip),
  ttl: written(netdev('Tunnel', 'TTL', integer)),
  inputKey: netdev('Tunnel', 'InputKey', integer),
  outputKey: netdev('Tunnel', 'OutputKey', integer),
} satisfies Fields<Tunnel, Docs, NetworkdAt>
