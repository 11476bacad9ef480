import * as z from 'zod/mini'
import { ipTunnelModes } from '../../model/links/tunnel.ts'
import { field, required } from '../field.ts'
import { mapping } from '../mapping.ts'
import { ip, oneOf, tunnelKey, uint, words } from '../scalars.ts'
import { common } from './common.ts'
import { vxlanKeys, vxlanModes } from './vxlan.ts'
import { wireguardKeys, wireguardModes, wireguardPrivateKeys } from './wireguard.ts'

const modes = [...ipTunnelModes, ...wireguardModes, ...vxlanModes] as const

/** One key for all that the mode has keys for, or each of its own. */
const keys = z.union([
  words('a key', 255),
  mapping(() => ({
    input: field(tunnelKey, 'The key that packets must carry that come in.', ['1234', '0.0.4.211']),
    output: field(tunnelKey, 'The key that packets carry that go out.', ['1234', '0.0.4.211']),
    ...wireguardPrivateKeys,
  })),
])

export const tunnel = mapping(() => ({
  ...common,
  mode: required(oneOf(...modes), 'What the tunnel carries, and how.', ['sit', 'gre']),
  local: field(ip, 'The address of this end, which is one of the machine’s own.', ['192.0.2.1', '192.0.2.2'], {
    default: 'what the route to the other end gives',
  }),
  remote: field(ip, 'The address of the other end; only WireGuard and a VXLAN can do without.', ['198.51.100.1', '198.51.100.2']),
  ttl: field(uint(0, 255), 'How far the outer packets may go.', ['64', '255'], {
    default: 'that of the packet inside; over IPv6 64',
    unit: 'hops',
    since: '0.102',
  }),
  key: field(keys, 'The key of the tunnel, a number or a dotted quad, for both directions; or a mapping.', ['1234', '0.0.4.211'], {
    default: 'none',
  }),
  keys: field(keys, 'The other spelling of `key`.', ['1234', '0.0.4.211'], { default: 'none' }),
  ...wireguardKeys,
  ...vxlanKeys,
}))
