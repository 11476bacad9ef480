import { type IpTunnelMode, isIp6tnl, kernelKind, type Tunnel } from '../../model/network.ts'
import type { UnitDocument } from '../../side/unit.ts'
import { deviceUnit } from './device-unit.ts'
import type { SuseContext } from './documents.ts'

/** The modes that wicked knows (client/suse/compat-suse.c, try_tunnel). */
const known = ['gre', 'ipip', 'sit', 'isatap']

/** Why wicked can't make the tunnel; undefined when it can. It wants both ends (try_tunnel_generic). */
function whyNotWicked({ mode, local }: Tunnel): string | undefined {
  if (!known.includes(mode.value)) return `makes no tunnels of mode ${mode.value}`
  return local === undefined ? 'makes no tunnels without an address of this end' : undefined
}

/** The unit of a tunnel. Undefined where wicked makes it itself. */
export function tunnelUnit(link: Tunnel, context: SuseContext): UnitDocument | undefined {
  const why = whyNotWicked(link)
  if (why === undefined || link.interface === undefined) return undefined
  const name = link.interface.value
  return deviceUnit(link, name, { kind: 'Tunnel', why, command: `link add dev ${name}`, reason: 'makes the device' }, context)
}

/** What ip(8) has to be told of the mode; it would limit encapsulation to 4, where systemd-networkd has the kernel's 0. */
export function modeWords(mode: IpTunnelMode): string {
  const more = isIp6tnl(mode) ? ` mode ${mode}` : mode === 'isatap' ? ' isatap' : mode.startsWith('ip6gre') ? ' encaplimit 0' : ''
  return `type ${kernelKind(mode)}${more}`
}
