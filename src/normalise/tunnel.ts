import type { TunnelDescription } from '../description/schema/index.ts'
import type { Link } from '../model/network.ts'
import type { Definition } from './definitions.ts'
import { ipTunnel } from './ip-tunnel.ts'
import type { Scope } from './scope.ts'
import { vxlan } from './vxlan.ts'
import { wireguard } from './wireguard.ts'

/** A tunnel: of which kind says its mode. */
export function tunnel(definition: Definition<TunnelDescription>, scope: Scope): Link {
  const { mode } = definition.place.value
  const link = definition.place.leaf('link')
  // netplan asks for a definition whatever the mode makes of it.
  if (link !== undefined && mode !== 'vxlan') scope.references.refuseUndefined(link)
  switch (mode) {
    case 'vxlan':
      return vxlan(definition, scope)
    case 'wireguard':
      return wireguard(definition, scope)
    default:
      return ipTunnel(definition, mode, scope)
  }
}
